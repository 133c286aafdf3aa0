// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/DesktopScheme.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QDBusVirtualObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_desktopscheme {

/// The part of a desktop's portal that is asked here.
class Portal final : public QDBusVirtualObject
{
public:
    static constexpr auto path = "/org/freedesktop/portal/desktop";

    [[nodiscard]] QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &bus) override
    {
        if (message.member() != u"Read" ||
            message.arguments() != QVariantList{u"org.freedesktop.appearance"_s, u"color-scheme"_s})
            return false;
        // As the portals answer: a variant within a variant.
        const QVariant inner = QVariant::fromValue(QDBusVariant(scheme));
        return bus.send(message.createReply(QVariant::fromValue(QDBusVariant(inner))));
    }

    static QDBusConnection bus() ///< of its own, as another program's
    {
        return QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"portal"_s);
    }

    static void change(const QString &group, const QVariant &value)
    {
        QDBusMessage signal = QDBusMessage::createSignal(QString::fromLatin1(path),
                                                         u"org.freedesktop.portal.Settings"_s, u"SettingChanged"_s);
        signal.setArguments({group, u"color-scheme"_s, QVariant::fromValue(QDBusVariant(value))});
        QVERIFY(bus().send(signal));
    }

    uint scheme = 0;
};

class DesktopSchemeTest : public QObject
{
    Q_OBJECT

private:
    static bool isDark() { return Theme::palette().window.lightness() < 128; }

private Q_SLOTS:
    void theSystemsThemeFollowsTheDesktop()
    {
        QDBusConnection bus = Portal::bus();
        QVERIFY(bus.isConnected());
        Portal portal;
        portal.scheme = 1;
        QVERIFY(bus.registerVirtualObject(QString::fromLatin1(Portal::path), &portal));
        QVERIFY(bus.registerService(u"org.freedesktop.portal.Desktop"_s));
        Theme::apply(*qApp, Theme::Kind::System, 150);
        QVERIFY(!isDark());
        const double points = QApplication::font().pointSizeF();

        DesktopScheme scheme(nullptr);
        connect(&scheme, &DesktopScheme::changed, this, [](Theme::Kind kind) { Theme::setDesktop(*qApp, kind); });
        QTRY_VERIFY(isDark());
        QCOMPARE(QApplication::font().pointSizeF(), points);
        Portal::change(u"org.freedesktop.appearance"_s, 2U);
        QTRY_VERIFY(!isDark());
        Portal::change(u"org.example.other"_s, 1U); // no word about colours
        Portal::change(u"org.freedesktop.appearance"_s, 1U);
        QTRY_VERIFY(isDark());

        Theme::apply(*qApp, Theme::Kind::Light); // chosen by a person: stays
        Portal::change(u"org.freedesktop.appearance"_s, 2U);
        Portal::change(u"org.freedesktop.appearance"_s, 1U);
        Theme::Kind last = Theme::Kind::System;
        connect(&scheme, &DesktopScheme::changed, this, [&last](Theme::Kind kind) { last = kind; });
        QTRY_COMPARE(last, Theme::Kind::Dark);
        QVERIFY(!isDark());
        Theme::apply(*qApp, Theme::Kind::System);
        QVERIFY(isDark());
    }
};

} // namespace okoshko::test::tst_desktopscheme

QTEST_MAIN(okoshko::test::tst_desktopscheme::DesktopSchemeTest)
#include "tst_desktopscheme.moc"
