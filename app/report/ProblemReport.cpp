// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/ProblemReport.h"

#include "app/files/FileSaver.h"
#include "app/settings/Settings.h"
#include "models/counter/Counter.h"
#include "models/domain/Text.h"
#include "ui/widgets/Privacy.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPixmap>
#include <QVariant>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::ProblemReport)
};

QString seconds(Microseconds time)
{
    return QString::number(std::chrono::duration_cast<std::chrono::milliseconds>(time).count()) + u" ms"_s;
}

bool tellsTooMuch(const QWidget &widget, const Redactor &mask)
{
    // Text that widgets paint themselves is also their accessible name.
    const QString words[]{widget.property("text").toString(), widget.accessibleName(), widget.accessibleDescription(),
                          widget.windowTitle()};
    return isPrivate(widget) ||
           std::any_of(std::begin(words), std::end(words), [&mask](const QString &text) { return mask.touches(text); });
}

} // namespace

ProblemReport::ProblemReport(MainWindow &window, Counter &counter, const Settings &settings, FileSaver &saver,
                             const Facts &facts)
    : m_window(window)
    , m_counter(counter)
    , m_settings(settings)
    , m_saver(saver)
    , m_facts(facts)
{
}

void ProblemReport::begin(const OrderId &shown)
{
    const Report report = collect(shown);
    m_saver.begin({.title = Words::tr("Report a problem"),
                   .name = u"okoshko-report-%1.zip"_s.arg(report.at.toString(u"yyyyMMdd-HHmmss"_s)),
                   .suffix = u"zip"_s,
                   .kind = Words::tr("ZIP archive"),
                   .savedTitle = Words::tr("The report is saved"),
                   .write = [report](const QString &path) { return writeReport(path, report); }});
}

Report ProblemReport::collect(const OrderId &shown) const
{
    Report report;
    report.at = QDateTime::currentDateTime();
    report.mask = Redactor(buyersWords());
    report.picture = pictureOf(m_window, report.mask);
    report.facts = factsOfSystem() + factsOfCounter();
    report.logs = m_facts.logs;
    if (const Sale *sale = m_counter.service.sale(shown)) {
        report.order = OrderReport{*sale, {}, m_counter.service.openIntents(shown)};
        for (const HistoryEntry &entry : sale->history)
            report.order->record << toRecord(entry, shown);
    }
    return report;
}

QList<std::pair<QString, QString>> ProblemReport::factsOfCounter() const
{
    const ConnectionState &line = m_counter.monitor.connection();
    const auto &trouble = m_counter.saleJournal.trouble();
    const Microseconds off = m_counter.clock.now() - toInstant(QDateTime::currentDateTimeUtc());
    return {
        {u"profile"_s, m_facts.mode == MainWindow::Mode::Training ? u"training"_s : u"live"_s},
        {u"server"_s, line.server},
        {u"partner"_s, line.partner},
        {u"line"_s, enumName(line.health) + (line.lastError ? u", "_s + toWord(*line.lastError) : QString())},
        {u"last answer took"_s, line.lag ? seconds(*line.lag) : u"-"_s},
        {u"server's clock ahead of this computer's by"_s,
         m_counter.clock.isSynchronised() ? seconds(off) : u"unknown"_s},
        {u"that may be off by"_s, m_counter.clock.isSynchronised() ? seconds(m_counter.clock.uncertainty()) : u"-"_s},
        {u"journal"_s, trouble ? enumName(trouble->kind) + u' ' + trouble->detail : u"well"_s},
        {u"orders known"_s, QString::number(m_counter.service.sales().size())},
        {u"to be settled"_s, QString::number(m_counter.saleJournal.issues().size())},
        {u"language"_s, Format(m_settings.language()).languageCode()},
        {u"theme"_s, QString::number(static_cast<int>(m_settings.theme()))},
        {u"window"_s, u"%1x%2"_s.arg(m_window.width()).arg(m_window.height())},
    };
}

QStringList ProblemReport::buyersWords() const
{
    QStringList words;
    for (const Sale *sale : m_counter.service.sales()) {
        const Customer &buyer = sale->order.customer;
        words << buyer.firstName << buyer.lastName << buyer.email << buyer.mobile;
        for (const HistoryEntry &entry : sale->history) {
            if (entry.what == HistoryEntry::What::Noted) // may be about the buyer
                words << entry.words;
        }
    }
    // Text being typed is in no order yet.
    words << privateWordsIn(m_window);
    words.removeDuplicates();
    return words;
}

QImage pictureOf(QWidget &window, const Redactor &mask)
{
    // Pending layouts first; a new width may change a widget's height, so several rounds.
    for (int round = 0; round < 3; ++round)
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    QPixmap picture = window.grab();
    QPainter painter(&picture);
    const QList<QWidget *> children = window.findChildren<QWidget *>();
    for (QWidget *child : children) {
        if (child->window() != &window || !child->isVisibleTo(&window) || !tellsTooMuch(*child, mask))
            continue;
        // Only the visible part.
        const QPoint corner = child->mapTo(&window, QPoint());
        QRect field(corner, child->size());
        for (const QWidget *around = child->parentWidget(); around && around != &window;
             around = around->parentWidget())
            field &= QRect(around->mapTo(&window, QPoint()), around->size());
        painter.fillRect(field, Qt::gray);
    }
    painter.end();
    return picture.toImage();
}

QStringList privateWordsIn(const QWidget &window)
{
    QStringList words;
    for (const QLineEdit *edit : window.findChildren<QLineEdit *>()) {
        if (isPrivate(*edit) && !edit->text().isEmpty())
            words << edit->text() << edit->text().split(u' ', Qt::SkipEmptyParts);
    }
    return words;
}

} // namespace okoshko
