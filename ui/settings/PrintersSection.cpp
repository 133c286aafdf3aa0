// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/PrintersSection.h"

#include "models/print/TicketTemplateFile.h"
#include "models/tables/Format.h"
#include "ui/print/PdfDrawer.h"
#include "ui/settings/PrinterRow.h"
#include "ui/settings/SettingRow.h"
#include "ui/text/SettingsText.h"
#include "ui/text/TemplateText.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/RowSelection.h"
#include "ui/widgets/TouchScroll.h"
#include "ui/widgets/WrapLayout.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QSignalBlocker>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

/// The setting by which \a fault is mended.
PrinterSetting settingOf(const DrawFault &fault)
{
    using Reason = DrawFault::Reason;
    if (fault.reason == Reason::TooWide)
        return PrinterSetting::Width;
    return fault.reason == Reason::TooLong ? PrinterSetting::MaxLength : PrinterSetting::Template;
}

} // namespace

PrintersSection::PrintersSection(const Format &format, QWidget *parent)
    : SettingsSection(parent)
    , m_language(format.languageCode())
    , m_automatic(new SettingRow(Setting::AutomaticPrint, this))
    , m_note(makeLabel(this, Theme::Type::Note, Tone::Muted))
    , m_list(new QListWidget(this))
    , m_fields(new QWidget(this))
{
    setLocale(format.locale());
    m_note->setObjectName(u"printersNote"_s);
    m_note->setWordWrap(true);
    m_list->setObjectName(u"printersList"_s);
    m_list->setAccessibleName(tr("Printers"));
    RowSelection::install(*m_list);
    TouchScroll::install(*m_list);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);       // its room would be kept below the last row
    m_list->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents); // shows all its rows: the page scrolls
    m_list->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    m_list->installEventFilter(this);

    QVBoxLayout &column = makeColumn(Theme::space(140));
    column.setSpacing(Theme::space(3));
    auto *fields = new QVBoxLayout(m_fields);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(Theme::space(3));
    makeRows();
    auto *list = new WrapLayout;
    list->setSpacing(Theme::space(2));
    column.addWidget(m_automatic);
    column.addWidget(makeRule(this));
    column.addWidget(m_note);
    column.addWidget(m_list);
    column.addLayout(list);
    column.addWidget(m_fields);
    column.addStretch();
    makeButtons(*list, *fields);

    setTemplates(shippedTemplates());
    connect(m_automatic, &SettingRow::edited, this, &SettingsSection::edited);
    connect(m_list, &QListWidget::currentRowChanged, this, &PrintersSection::showCurrent);
    listPrinters();
}

void PrintersSection::makeRows()
{
    using Control = PrinterRow::Control;
    auto *fields = static_cast<QBoxLayout *>(m_fields->layout());
    const auto add = [this](PrinterRow *row) {
        m_rows << row;
        connect(row, &PrinterRow::edited, this, [this, row] {
            takeRows();
            if (row->shows(PrinterSetting::Template))
                takeTemplate();
            Q_EMIT edited();
        });
        return row;
    };
    fields->addWidget(add(new PrinterRow(PrinterSetting::Name, Control::Line, m_fields)));
    fields->addWidget(add(new PrinterRow(PrinterSetting::Queue, Control::Typed, m_fields)));
    fields->addWidget(
        add(new PrinterRow(tr("It prints"), {PrinterSetting::Tickets, PrinterSetting::Receipts}, m_fields)));
    fields->addWidget(add(new PrinterRow(PrinterSetting::Template, Control::Listed, m_fields)));
    auto *numbers = new QGridLayout;
    numbers->setSpacing(Theme::space(3));
    const std::array settings{PrinterSetting::Width, PrinterSetting::MaxLength, PrinterSetting::Dpi,
                              PrinterSetting::FirstSlot};
    for (int i = 0; i < int(settings.size()); ++i)
        numbers->addWidget(add(new PrinterRow(settings.at(size_t(i)), Control::Line, m_fields)), i / 2, i % 2,
                           Qt::AlignTop);
    fields->addLayout(numbers);
    fields->addWidget(
        add(new PrinterRow(tr("Paper"), {PrinterSetting::Cutter, PrinterSetting::NumberedBlanks}, m_fields)));
}

void PrintersSection::makeButtons(QLayout &list, QLayout &fields)
{
    const auto make = [this](QLayout &row, const QString &name, const QString &text) {
        auto *button = new ActionButton(ActionButton::Weight::Normal, this);
        button->setObjectName(name);
        button->setText(text);
        row.addWidget(button);
        return button;
    };
    m_add = make(list, u"addPrinterButton"_s, tr("&Add"));
    m_add->setKey(Qt::Key_Insert);
    m_remove = make(list, u"removePrinterButton"_s, tr("Remo&ve"));
    m_remove->setKey(Qt::Key_Delete);
    m_up = make(list, u"printerUpButton"_s, tr("&Up"));
    m_up->setKeyCap(u"Alt ↑"_s);
    m_down = make(list, u"printerDownButton"_s, tr("Do&wn"));
    m_down->setKeyCap(u"Alt ↓"_s);
    auto *templates = make(list, u"templatesButton"_s, tr("Ti&cket templates…"));
    connect(templates, &QPushButton::clicked, this, &PrintersSection::templatesRequested);
    auto *foot = new QHBoxLayout;
    static_cast<QBoxLayout &>(fields).addLayout(foot);
    m_test = make(*foot, u"testTicketButton"_s, tr("&Print a test ticket"));
    m_test->setToolTip(tr("A ruler, the codes and all characters, on the paper of this printer."));
    foot->addStretch();
    connect(m_add, &QPushButton::clicked, this, &PrintersSection::add);
    connect(m_remove, &QPushButton::clicked, this, &PrintersSection::remove);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_test, &QPushButton::clicked, this, [this] {
        if (current() >= 0)
            Q_EMIT testTicketRequested(m_printers.at(current()));
    });
}

PrinterRow &PrintersSection::rowOf(PrinterSetting setting) const
{
    return **std::ranges::find_if(m_rows, [setting](const PrinterRow *row) { return row->shows(setting); });
}

QString PrintersSection::title() const
{
    return tr("Printers");
}

void PrintersSection::setValues(const CounterSettings &values)
{
    m_automatic->setValue(values);
    m_printers = values.print.printers;
    listPrinters();
}

void PrintersSection::fill(CounterSettings &values) const
{
    m_automatic->fill(values);
    values.print.printers = m_printers;
}

void PrintersSection::restoreDefaults()
{
    setValues({});
    Q_EMIT edited();
}

bool PrintersSection::showFaults(const QList<SettingsFault> &faults)
{
    m_faults.clear();
    for (const SettingsFault &fault : faults) {
        if (fault.field.startsWith(QStringView(printersName)))
            m_faults << fault;
    }
    tryTemplates();
    listPrinters();
    return !m_faults.isEmpty() || furtherFaults() > 0;
}

void PrintersSection::tryTemplates()
{
    using Sample = TicketSamples::Sample;
    // Each takes some milliseconds: only what has changed is tried.
    const QList<Trial> before = std::exchange(m_trials, {});
    for (const PrinterProfile &printer : std::as_const(m_printers)) {
        // Out of bounds it is wrong already, and cannot be tried.
        if (isFaulty(m_trials.size()) || !printer.prints.testFlag(PrinterProfile::Prints::Tickets)) {
            m_trials << Trial();
            continue;
        }
        Trial trial{printer, {}, {}};
        trial.printer->name.clear();
        trial.printer->queue.clear();
        const auto known = std::ranges::find(before, trial.printer, &Trial::printer);
        if (known != before.cend()) {
            trial = *known;
        } else {
            trial.usual = PdfDrawer::faultOf(printer, m_templates, m_fonts, Sample::Usual);
            if (!trial.usual)
                trial.longest = PdfDrawer::faultOf(printer, m_templates, m_fonts, Sample::Longest);
        }
        m_trials << trial;
    }
}

int PrintersSection::furtherFaults() const
{
    return static_cast<int>(
        std::ranges::count_if(m_trials, [](const Trial &trial) { return trial.usual.has_value(); }));
}

void PrintersSection::resetFirstSlot(const QString &printer)
{
    for (PrinterProfile &each : m_printers) {
        if (each.name == printer)
            each.firstSlot = 1;
    }
    listPrinters();
}

void PrintersSection::focusFirst()
{
    m_automatic->focusControl();
}

void PrintersSection::showQueues(const std::optional<Printed<QList<QueueInfo>>> &queues)
{
    m_queues = queues;
    QList<PrinterRow::Choice> choices;
    if (queues && *queues) {
        for (const QueueInfo &queue : **queues)
            choices << PrinterRow::Choice{queue.name, queue.name};
    }
    rowOf(PrinterSetting::Queue).setChoices(choices);
    listPrinters();
}

void PrintersSection::setTemplates(const QList<TicketTemplate> &templates)
{
    m_templates = templates;
    m_trials.clear();
    QList<PrinterRow::Choice> choices;
    for (const TicketTemplate &ticket : templates)
        choices << PrinterRow::Choice{ticket.id, textIn(ticket.name, m_language)};
    rowOf(PrinterSetting::Template).setChoices(choices);
    if (current() >= 0)
        showCurrent(); // its template may only now be known
}

int PrintersSection::current() const
{
    return m_list->currentRow();
}

void PrintersSection::setCurrent(int row)
{
    m_list->setCurrentRow(row);
}

void PrintersSection::add()
{
    PrinterProfile printer;
    if (!m_templates.isEmpty())
        printer.ticketTemplate = m_templates.first().id;
    if (m_queues && *m_queues) {
        const auto usual = std::ranges::find(**m_queues, QueueInfo::Usual::Yes, &QueueInfo::usual);
        if (usual != (*m_queues)->cend())
            printer.queue = usual->name;
    }
    const int row = current() + 1;
    m_printers.insert(row, printer);
    listPrinters();
    setCurrent(row);
    takeTemplate();
    rowOf(PrinterSetting::Name).focusControl();
    Q_EMIT edited();
}

void PrintersSection::remove()
{
    const int row = current();
    if (row < 0)
        return;
    m_printers.removeAt(row);
    listPrinters();
    setCurrent(std::min(row, int(m_printers.size()) - 1));
    m_list->setFocus();
    Q_EMIT edited();
}

void PrintersSection::move(int by)
{
    const int row = current();
    const int to = row + by;
    if (row < 0 || to < 0 || to >= m_printers.size())
        return;
    m_printers.move(row, to);
    listPrinters();
    setCurrent(to);
    m_list->setFocus();
    Q_EMIT edited();
}

void PrintersSection::takeRows()
{
    if (current() < 0)
        return;
    for (const PrinterRow *row : std::as_const(m_rows))
        row->fill(m_printers[current()]);
}

void PrintersSection::takeTemplate()
{
    PrinterProfile &printer = m_printers[current()];
    const TicketTemplate *ticket = findTemplate(m_templates, printer.ticketTemplate);
    if (!ticket)
        return;
    printer.width = ticket->page.width;
    printer.maxLength = ticket->page.height;
    printer.firstSlot = std::min(printer.firstSlot, ticket->page.places);
    showCurrent();
}

bool PrintersSection::isFaulty(qsizetype printer) const
{
    const QString start = u"%1[%2]."_s.arg(QStringView(printersName)).arg(printer);
    return m_trials.value(printer).usual ||
           std::ranges::any_of(m_faults, [&](const SettingsFault &fault) { return fault.field.startsWith(start); });
}

void PrintersSection::listPrinters()
{
    // Updated in place: the current row stays.
    const QSignalBlocker quiet(m_list);
    while (m_list->count() > m_printers.size())
        delete m_list->takeItem(m_list->count() - 1);
    while (m_list->count() < m_printers.size())
        m_list->addItem(QString());
    for (int row = 0; row < m_list->count(); ++row) {
        const QString &itsName = m_printers.at(row).name;
        const QString words = itsName.isEmpty() ? tr("Printer %1").arg(row + 1) : itsName;
        QListWidgetItem &item = *m_list->item(row);
        item.setText(words);
        item.setSizeHint({0, Theme::space(8)});
        item.setIcon(isFaulty(row) ? icon(IconName::Cross, Theme::palette().urgent) : QIcon());
        item.setData(Qt::AccessibleTextRole, isFaulty(row) ? tr("%1 — to fix").arg(words) : words);
    }
    m_list->setIconSize({Theme::space(3), Theme::space(3)});
    m_list->setVisible(!m_printers.isEmpty());
    if (m_list->currentRow() < 0 && m_list->count() > 0)
        m_list->setCurrentRow(0);
    m_note->setText(m_printers.isEmpty()
                        ? tr("No printer yet: tickets can be saved as PDF files. Add a printer to print them.")
                        : tr("Tickets and receipts each go to the first printer of the list that prints them."));
    m_list->updateGeometry();
    showCurrent();
}

void PrintersSection::showCurrent()
{
    const int row = current();
    m_fields->setVisible(row >= 0);
    if (row >= 0) {
        for (PrinterRow *field : std::as_const(m_rows))
            field->setValue(m_printers.at(row));
    }
    showReasons();
    m_add->setEnabled(m_printers.size() < maxPrinters);
    m_remove->setEnabled(row >= 0);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_printers.size());
    m_test->setEnabled(row >= 0 && !isFaulty(row));
}

void PrintersSection::showReasons()
{
    const int row = current();
    const Trial trial = m_trials.value(row);
    for (PrinterRow *field : std::as_const(m_rows)) {
        const auto fault = std::ranges::find_if(m_faults, [row, field](const SettingsFault &each) {
            return row >= 0 && each.field == pathOf(row, field->setting());
        });
        if (fault != m_faults.cend())
            field->setReason(SettingsText::reason(*fault));
        else if (trial.usual && field->shows(settingOf(*trial.usual)))
            field->setReason(TemplateText::of(*trial.usual));
        else if (trial.longest && field->shows(settingOf(*trial.longest)))
            field->setReason(tr("If the names on it are very long: %1").arg(TemplateText::of(*trial.longest)),
                             InputField::Severity::Doubtful);
        else if (field->shows(PrinterSetting::Queue) && row >= 0)
            field->setReason(queueDoubt(), InputField::Severity::Doubtful);
        else
            field->setReason({});
    }
}

QString PrintersSection::queueDoubt() const
{
    const QString &queue = m_printers.at(current()).queue;
    if (!m_queues)
        return {};
    if (!*m_queues)
        return tr("The print service of this computer does not answer. It must run before anything can be printed.");
    const bool isKnown = std::ranges::find(**m_queues, queue, &QueueInfo::name) != (*m_queues)->cend();
    if (isKnown)
        return {};
    return (*m_queues)->isEmpty() ? tr("This computer has no printer yet. Set one up in the system's settings.")
                                  : tr("This computer has no queue of this name.");
}

bool PrintersSection::eventFilter(QObject *object, QEvent *event)
{
    if (object != m_list || event->type() != QEvent::KeyPress)
        return SettingsSection::eventFilter(object, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool alt = key->modifiers().testFlag(Qt::AltModifier);
    if (alt && key->key() == Qt::Key_Up)
        m_up->click();
    else if (alt && key->key() == Qt::Key_Down)
        m_down->click();
    else
        return SettingsSection::eventFilter(object, event);
    return true;
}

} // namespace okoshko
