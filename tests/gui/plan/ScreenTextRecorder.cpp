// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/plan/ScreenTextRecorder.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QTextEdit>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko::test {

namespace {

/// As a person reads it: no mnemonics, no places to break a line at, any blank is a blank.
QString asRead(QString text)
{
    static const QRegularExpression mnemonic(u"&(?=[^&\\s])"_s);
    static const QRegularExpression blanks(u"\\s+"_s, QRegularExpression::UseUnicodePropertiesOption);
    return text.remove(QChar(0x200B)).remove(mnemonic).replace(blanks, u" "_s);
}

QStringList textsOf(QAbstractItemView &view)
{
    QStringList texts;
    const QAbstractItemModel &model = *view.model();
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column)
            texts << model.index(row, column).data().toString();
    }
    return texts;
}

/// What the widget itself shows; where it paints its words, what it tells a screen reader.
QStringList textsOf(QWidget &widget)
{
    if (const auto *label = qobject_cast<QLabel *>(&widget))
        return {label->text()};
    if (const auto *button = qobject_cast<QAbstractButton *>(&widget))
        return {button->text()};
    if (const auto *edit = qobject_cast<QLineEdit *>(&widget))
        return {edit->text(), edit->placeholderText()};
    if (auto *view = qobject_cast<QAbstractItemView *>(&widget))
        return textsOf(*view);
    if (const auto *text = qobject_cast<QTextEdit *>(&widget))
        return text->toPlainText().split(u'\n');
    if (const auto *menu = qobject_cast<QMenu *>(&widget)) {
        QStringList texts;
        const QList<QAction *> actions = menu->actions();
        for (const QAction *action : actions) {
            if (action->isVisible())
                texts << action->text();
        }
        return texts;
    }
    return {widget.isWindow() ? widget.windowTitle() : QString(), widget.accessibleName(),
            widget.accessibleDescription()};
}

QRegularExpression patternOf(const QString &label)
{
    const QStringList parts = asRead(label).split(u'…');
    QStringList escaped;
    std::transform(parts.cbegin(), parts.cend(), std::back_inserter(escaped),
                   [](const QString &part) { return QRegularExpression::escape(part); });
    return QRegularExpression(escaped.join(u".*"_s));
}

const QString ofOrders = u"Format"_s;

/// The class of the widgets that a label stands in; empty where it may be any.
QString placeOf(const QString &reference)
{
    static const QHash<QString, QString> elsewhere{
        {u"RecoveryNotice"_s, u"Notice"_s},
        {u"CollectPane"_s, u"PaymentPage"_s}, // whose foot holds what it asks
        {u"ResultPane"_s, u"PaymentPage"_s},  // … and what comes next
        {u"SystemsSection"_s, u"SettingsPage"_s},
        {u"KeyTable"_s, u"HelpPage"_s},
        {u"Page"_s, {}}, // which each of them is
        {u"CancelText"_s, {}},
        {u"ErrorText"_s, {}},
        {u"RemarkText"_s, {}},
        {u"TicketText"_s, {}},
        {u"IssueText"_s, {}},
        {u"PrintPanel"_s, {}}, // whose buttons stand among others
        {u"PrintText"_s, {}},
        {u"PrintTroubleText"_s, {}},
        {u"PriceText"_s, {}},
        {u"SetupText"_s, {}},
        {u"SettingNames"_s, {}},
        {u"SumText"_s, {}},
        {u"FileSaver"_s, {}},
        {u"ProblemReport"_s, {}},
        {u"WindowController"_s, {}},
        {u"system"_s, {}},
        {u"scenario"_s, {}},
        {u"page"_s, {}},
    };
    const QString itsClass = reference.section(u'|', 0, 0);
    return elsewhere.value(itsClass, itsClass);
}

QString classOf(const QWidget &widget)
{
    return QString::fromLatin1(widget.metaObject()->className()).section(u"::"_s, -1);
}

} // namespace

ScreenTextRecorder::ScreenTextRecorder()
{
    connect(&m_glance, &QTimer::timeout, this, &ScreenTextRecorder::look);
    m_glance.start(100);
    qApp->installEventFilter(this);
}

void ScreenTextRecorder::setWords(const PlanWords &words)
{
    m_words = &words;
    m_now.clear();
}

bool ScreenTextRecorder::eventFilter(QObject *object, QEvent *event)
{
    // What is there only until it is pressed may go between two glances.
    if (object->isWidgetType() && (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::KeyPress))
        look();
    return QObject::eventFilter(object, event);
}

void ScreenTextRecorder::look()
{
    m_now.clear();
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        if (!widget->isVisible())
            continue;
        const QStringList texts = textsOf(*widget);
        for (const QString &text : texts) {
            if (text.isEmpty())
                continue;
            const QString read = asRead(text);
            m_now[QString()] << read;
            for (const QWidget *around = widget; around; around = around->parentWidget())
                m_now[classOf(*around)] << read;
        }
    }
    Texts &ever = m_ever[m_words->language()];
    for (auto it = m_now.cbegin(); it != m_now.cend(); ++it)
        ever[it.key()] += it.value();
}

bool ScreenTextRecorder::read(const QString &text, const PlanWords &words, const QString &reference)
{
    const Texts page{{QString(), {asRead(text)}}};
    m_ever[words.language()][QString()] += page[QString()];
    return standsIn(page, reference, words);
}

bool ScreenTextRecorder::readOrder(const QStringList &texts, const QString &reference)
{
    Texts said;
    for (const QString &text : texts)
        said[ofOrders] << asRead(text);
    m_ever[m_words->language()][ofOrders] += said[ofOrders];
    return !reference.isEmpty() && standsIn(said, reference, *m_words);
}

bool ScreenTextRecorder::sees(const QString &reference)
{
    look();
    return standsIn(m_now, reference, *m_words);
}

bool ScreenTextRecorder::saw(const QString &reference, const PlanWords &words) const
{
    return standsIn(m_ever.value(words.language()), reference, words);
}

QStringList ScreenTextRecorder::textsIn(const QString &className)
{
    look();
    return m_now.value(className).values();
}

bool ScreenTextRecorder::standsIn(const Texts &texts, const QString &reference, const PlanWords &words)
{
    const QSet<QString> there = texts.value(placeOf(reference));
    const QStringList forms = words.forms(reference);
    return std::any_of(forms.cbegin(), forms.cend(), [&there](const QString &form) {
        const QRegularExpression pattern = patternOf(form);
        return std::any_of(there.cbegin(), there.cend(),
                           [&pattern](const QString &text) { return pattern.match(text).hasMatch(); });
    });
}

} // namespace okoshko::test
