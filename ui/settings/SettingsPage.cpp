// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/SettingsPage.h"

#include "models/domain/Text.h"
#include "models/settings/Validation.h"
#include "ui/settings/ConnectionSection.h"
#include "ui/settings/FormSection.h"
#include "ui/settings/PrintersSection.h"
#include "ui/settings/SystemsSection.h"
#include "ui/setup/ConnectionForm.h"
#include "ui/text/SettingsText.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/ColumnArea.h"
#include "ui/widgets/ConfirmQuestion.h"
#include "ui/widgets/CurrentStack.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/RowSelection.h"
#include "ui/widgets/TouchScroll.h"
#include "ui/widgets/WrapLayout.h"

#include <QBoxLayout>
#include <QDir>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace okoshko {

SettingsPage::SettingsPage(Account account, const QList<KnownServer> &servers, const Format &format, QWidget *parent)
    : Page(parent)
    , m_heading(makeLabel(this, Theme::Type::Title, Tone::Plain, QFont::Bold))
    , m_notice(new Notice(this))
    , m_question(new ConfirmQuestion(this))
    , m_stack(new CurrentStack(this))
{
    setObjectName(u"settingsPage"_s);
    m_notice->setObjectName(u"settingsNotice"_s);
    auto *side = makeSide();
    makePages(account, servers, format);
    auto *content = new QWidget(this);
    auto *inner = new QVBoxLayout(content);
    inner->setContentsMargins(Theme::space(4), Theme::space(4), Theme::space(4), Theme::space(4));
    inner->setSpacing(Theme::space(3));
    inner->addWidget(m_heading);
    inner->addWidget(m_stack, 1);
    m_area = new ColumnArea(content, this);

    head().addStretch();
    // Above what scrolls: they are in view wherever the person is on the page.
    auto *words = new QWidget(this);
    auto *above = new QVBoxLayout(words);
    above->setContentsMargins(Theme::space(4), Theme::space(2), Theme::space(4), 0);
    above->setSpacing(0);
    above->addWidget(m_question);
    above->addWidget(m_notice);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(words);
    right->addWidget(m_area, 1);
    auto *halves = new QHBoxLayout;
    halves->setSpacing(0);
    halves->addWidget(side);
    halves->addLayout(right, 1);
    body().addLayout(halves);
    body().addWidget(makeFoot());
    connect(&back(), &QPushButton::clicked, this, &SettingsPage::leave);

    setTitle(tr("Settings"));
    m_list->setAccessibleName(tr("Pages of the settings"));
    m_export->setText(tr("&Export…"));
    m_export->setToolTip(tr("Write the saved settings to a file, for the other counters. It holds no key."));
    m_import->setText(tr("&Import…"));
    m_import->setToolTip(tr("Read the settings of another counter from a file."));
    m_restore->setText(tr("Restore &defaults of this page"));
    m_save->setText(tr("&Save"));
    m_save->setToolTip(tr("Ctrl+S"));
    m_heading->setText(page().title());
    check();
    showPage(0);
}

QWidget *SettingsPage::makeSide()
{
    auto *side = new QFrame(this);
    side->setObjectName(u"side"_s);
    side->setFixedWidth(Theme::space(42));
    m_list = new QListWidget(side);
    m_list->setObjectName(u"settingsPages"_s);
    RowSelection::install(*m_list);
    TouchScroll::install(*m_list);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents); // shows all its rows: the part below it scrolls
    m_list->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    auto *parts = new QWidget(side);
    m_export = new ActionButton(ActionButton::Weight::Normal, parts);
    m_export->setObjectName(u"exportSettingsButton"_s);
    m_import = new ActionButton(ActionButton::Weight::Normal, parts);
    m_import->setObjectName(u"importSettingsButton"_s);
    auto *column = new QVBoxLayout(parts);
    column->setContentsMargins(Theme::space(2), Theme::space(2), Theme::space(2), Theme::space(2));
    column->setSpacing(Theme::space(2));
    column->addWidget(m_list);
    column->addStretch();
    column->addWidget(m_import);
    column->addWidget(m_export);
    auto *area = new ColumnArea(parts, side);
    area->viewport()->setAutoFillBackground(false);
    parts->setAutoFillBackground(false);
    auto *whole = new QVBoxLayout(side);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(area);
    connect(m_list, &QListWidget::currentRowChanged, this, &SettingsPage::showPage);
    connect(m_export, &QPushButton::clicked, this, &SettingsPage::exportRequested);
    connect(m_import, &QPushButton::clicked, this, [this] { Q_EMIT importRequested(m_saved); });
    return side;
}

QWidget *SettingsPage::makeFoot()
{
    auto *foot = new QFrame(this);
    foot->setObjectName(u"foot"_s);
    m_restore = new ActionButton(ActionButton::Weight::Normal, foot);
    m_restore->setObjectName(u"restoreDefaultsButton"_s);
    m_summary = makeLabel(foot, Theme::Type::Text, Tone::Urgent);
    m_summary->setObjectName(u"settingsSummary"_s);
    m_save = new ActionButton(ActionButton::Weight::Primary, foot);
    m_save->setObjectName(u"saveSettingsButton"_s);
    m_save->setKey(Qt::Key_Return);
    auto *row = new WrapLayout(foot);
    row->setContentsMargins(Theme::space(4), Theme::space(2), Theme::space(4), Theme::space(2));
    row->setSpacing(Theme::space(2));
    row->addWidget(m_restore);
    row->addStretch();
    row->addWidget(m_summary);
    row->addWidget(m_save);
    connect(m_restore, &QPushButton::clicked, this, &SettingsPage::restoreDefaults);
    connect(m_save, &QPushButton::clicked, this, &SettingsPage::save);
    return foot;
}

void SettingsPage::makePages(Account account, const QList<KnownServer> &servers, const Format &format)
{
    if (account == Account::Changeable)
        m_pages << (m_connection = new ConnectionSection(servers, format, m_stack));
    else // fixed: in training, or given on the command line
        m_pages << new FormSection(tr("This counter"), {Setting::CounterName}, m_stack);
    m_printers = new PrintersSection(format, m_stack);
    m_pages << new SystemsSection(m_stack) << m_printers
            << new FormSection(tr("Waiting and scanner"),
                               {Setting::UrgentFrom, Setting::FirstPause, Setting::SlowestPause, Setting::ScanPause},
                               m_stack)
            << new FormSection(tr("Look and sound"),
                               {Setting::Language, Setting::Theme, Setting::TextSize, Setting::Sounds}, m_stack);
    connect(m_printers, &PrintersSection::testTicketRequested, this, [this](const PrinterProfile &printer) {
        setNotice([name = isolated(sanitizedText(printer.name))](SettingsPage &page) {
            page.showNotice(Notice::Kind::Info, tr("A test ticket is sent to the printer “%1”.").arg(name),
                            tr("If it does not come out, the list of what is not printed (F7) says why."));
        });
        Q_EMIT testTicketRequested(printer);
    });
    connect(m_printers, &PrintersSection::templatesRequested, this, &SettingsPage::templatesRequested);
    for (SettingsSection *page : std::as_const(m_pages)) {
        m_stack->addWidget(page);
        m_list->addItem(QString());
        connect(page, &SettingsSection::edited, this, &SettingsPage::check);
    }
}

SettingsSection &SettingsPage::page() const
{
    return *m_pages.at(m_stack->currentIndex());
}

void SettingsPage::showPage(int at)
{
    if (at < 0 || at >= m_pages.size())
        return;
    m_list->setCurrentRow(at);
    m_stack->setCurrentIndex(at);
    m_heading->setText(page().title());
    m_area->verticalScrollBar()->setValue(0);
    if (&page() == m_printers)
        Q_EMIT queuesRequested();
}

void SettingsPage::setTemplates(const QList<TicketTemplate> &templates)
{
    m_printers->setTemplates(templates);
    check();
}

void SettingsPage::showQueues(const Printed<QList<QueueInfo>> &queues)
{
    m_queues = queues;
    m_printers->showQueues(queues);
}

void SettingsPage::begin(const CounterSettings &saved, const QList<SettingsFault> &faults)
{
    m_saved = saved;
    m_isFileFaulty = !faults.isEmpty();
    m_showNotice = nullptr;
    m_notice->clear();
    m_question->withdraw();
    if (m_connection)
        m_connection->setSaved(saved, m_serverChange);
    for (SettingsSection *page : std::as_const(m_pages))
        page->setValues(saved);
    check();
    focusFirst();
    if (!faults.isEmpty())
        setNotice([faults](SettingsPage &page) {
            page.showNotice(
                Notice::Kind::Warning, tr("The settings file of this counter has mistakes."),
                tr("What is wrong has its default until you save; the old file is kept beside the new one.") + u'\n' +
                    SettingsText::inFile(faults));
        });
}

SettingsPage::Kept SettingsPage::kept() const
{
    return {m_saved,
            m_draft,
            m_serverChange,
            m_isFileFaulty,
            m_printers->current(),
            m_queues,
            m_notice->isHidden() ? nullptr : m_showNotice};
}

void SettingsPage::showAgain(const Kept &kept)
{
    m_serverChange = kept.serverChange;
    begin(kept.saved);
    for (SettingsSection *page : std::as_const(m_pages))
        page->setValues(kept.draft);
    if (kept.queues)
        showQueues(*kept.queues);
    m_printers->setCurrent(kept.printer);
    m_isFileFaulty = kept.isFileFaulty;
    check();
    if (kept.showNotice)
        setNotice(kept.showNotice);
}

void SettingsPage::check()
{
    m_draft = m_saved;
    for (const SettingsSection *page : std::as_const(m_pages))
        page->fill(m_draft);
    m_faults = validate(m_draft);
    m_list->setIconSize({Theme::space(3), Theme::space(3)});
    for (int at = 0; at < m_pages.size(); ++at) {
        const bool isWrong = m_pages.at(at)->showFaults(m_faults);
        QListWidgetItem &item = *m_list->item(at);
        const QString title = m_pages.at(at)->title();
        item.setText(title);
        item.setIcon(isWrong ? icon(IconName::Cross, Theme::palette().urgent) : QIcon());
        item.setData(Qt::AccessibleTextRole, isWrong ? tr("%1 — to fix").arg(title) : title);
    }
    const int ofValues = static_cast<int>(m_faults.size()) + (m_connection ? m_connection->furtherFaults() : 0);
    const int wrong = ofValues + m_printers->furtherFaults();
    // A template may have gone since its printer was saved: that holds up no other setting.
    const bool arePrintersUntouched = m_draft.print.printers == m_saved.print.printers;
    const bool isChanged = !isUntouched();
    m_save->setEnabled((arePrintersUntouched ? ofValues : wrong) == 0 && (isChanged || m_isFileFaulty));
    m_export->setEnabled(!isChanged);
    m_summary->setVisible(wrong > 0 || isChanged);
    setTone(*m_summary, wrong == 0 ? Tone::Muted : Tone::Urgent);
    m_summary->setText(wrong == 0 ? tr("Not saved yet") : tr("%n field(s) to fix", nullptr, wrong));
}

bool SettingsPage::isUntouched() const
{
    const bool isKeyUntouched = !m_connection || (m_connection->key().isEmpty() && m_connection->furtherFaults() == 0);
    return m_draft == m_saved && m_faults.isEmpty() && isKeyUntouched;
}

void SettingsPage::save()
{
    if (!m_save->isEnabled())
        return;
    const QByteArray key = m_connection ? m_connection->key() : QByteArray();
    if (m_draft.server != m_saved.server || m_draft.environment != m_saved.environment || !key.isEmpty())
        Q_EMIT reconnectRequested(m_draft, key);
    else
        Q_EMIT saveRequested(m_draft);
}

ConnectionForm *SettingsPage::connectionForm() const
{
    return m_connection ? &m_connection->form() : nullptr;
}

void SettingsPage::restoreDefaults()
{
    page().restoreDefaults();
    check();
}

void SettingsPage::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Save) && !event->isAutoRepeat())
        save();
    else
        Page::keyPressEvent(event);
}

void SettingsPage::focusFirst()
{
    if (isVisibleTo(window()))
        m_list->setFocus();
}

void SettingsPage::showSaved(const CounterSettings &saved)
{
    m_saved = saved;
    m_isFileFaulty = false;
    check();
    setNotice([](SettingsPage &page) {
        page.showNotice(Notice::Kind::Success, tr("Saved. The settings hold from now on."), {});
    });
}

void SettingsPage::showSheetBegun(const QString &printer)
{
    for (PrinterProfile &each : m_saved.print.printers) {
        if (each.name == printer)
            each.firstSlot = 1;
    }
    m_printers->resetFirstSlot(printer);
    check();
}

void SettingsPage::showNotSaved(const QString &reason)
{
    setNotice([reason](SettingsPage &page) {
        page.showNotice(Notice::Kind::Failure, tr("The settings could not be written."),
                        tr("They hold until the program ends. The computer says: %1").arg(reason));
    });
}

void SettingsPage::leave()
{
    if (isUntouched()) {
        Q_EMIT left();
        return;
    }
    m_question->ask({{tr("Leave without saving?"), tr("What you have changed here is lost.")},
                     tr("&Yes, leave"),
                     u"leaveSettingsYesButton"_s,
                     tr("S&tay here"),
                     u"leaveSettingsNoButton"_s},
                    [this] {
                        begin(m_saved);
                        Q_EMIT left();
                    });
}

void SettingsPage::setNotice(const std::function<void(SettingsPage &)> &words)
{
    m_showNotice = words;
    words(*this);
}

void SettingsPage::showNotice(Notice::Kind kind, const QString &title, const QString &words)
{
    m_question->withdraw();
    m_notice->showMessage(kind, {title, words});
}

void SettingsPage::showReading(const QString &path)
{
    setNotice([path](SettingsPage &page) {
        page.showNotice(Notice::Kind::Info, tr("Reading %1…").arg(QDir::toNativeSeparators(path)), {});
    });
}

void SettingsPage::showImported(const QString &path, const CounterSettings &read)
{
    for (SettingsSection *page : std::as_const(m_pages))
        page->setValues(read);
    check();
    setNotice([path, isSame = m_draft == m_saved](SettingsPage &page) {
        page.showNotice(Notice::Kind::Info, tr("Read from %1").arg(QDir::toNativeSeparators(path)),
                        isSame ? tr("It says what this counter has already.") : tr("Look it through, and save it."));
    });
}

void SettingsPage::showNotImported(const QString &path, const QList<SettingsFault> &faults)
{
    setNotice([path, faults](SettingsPage &page) {
        page.showNotice(Notice::Kind::Failure,
                        tr("Nothing was changed: %1 has mistakes.").arg(QDir::toNativeSeparators(path)),
                        SettingsText::inFile(faults));
    });
}

} // namespace okoshko
