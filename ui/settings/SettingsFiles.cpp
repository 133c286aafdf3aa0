// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/SettingsPage.h"

#include "ui/settings/ConnectionSection.h"
#include "ui/text/SettingsText.h"
#include "ui/widgets/ConfirmQuestion.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QListWidget>
#include <QScrollArea>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

// What becomes of the settings: saved, left, exported, imported.

namespace okoshko {

void SettingsPage::tellSaved(const CounterSettings &saved)
{
    m_saved = saved;
    check();
    say([](SettingsPage &page) { page.tell(Notice::Kind::Success, tr("Saved. The settings hold from now on."), {}); });
}

void SettingsPage::tellNotSaved(const QString &reason)
{
    say([reason](SettingsPage &page) {
        page.tell(Notice::Kind::Failure, tr("The settings could not be written."),
                  tr("They hold until the program ends. The computer says: %1").arg(reason));
    });
}

void SettingsPage::leave()
{
    if (isUntouched()) {
        Q_EMIT left();
        return;
    }
    m_question->ask({tr("Leave without saving?"), tr("What you have changed here is lost."), tr("&Yes, leave"),
                     u"leaveSettingsYesButton"_s, tr("S&tay here"), u"leaveSettingsNoButton"_s},
                    [this] {
                        begin(m_saved);
                        Q_EMIT left();
                    });
    m_area->ensureVisible(0, 0);
}

void SettingsPage::say(const std::function<void(SettingsPage &)> &words)
{
    m_said = words;
    words(*this);
}

void SettingsPage::tell(Notice::Kind kind, const QString &title, const QString &words)
{
    m_question->withdraw();
    m_notice->say(kind, title, words);
    m_area->ensureVisible(0, 0);
}

void SettingsPage::askForImport()
{
    auto *dialog = new QFileDialog(this, tr("Import settings"), m_folder, tr("Settings (*.json)"));
    dialog->setObjectName(u"importFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_folder = QFileInfo(path).absolutePath();
        Q_EMIT importRequested(path, m_saved);
    });
    dialog->open();
}

void SettingsPage::tellExported(const QString &path)
{
    m_folder = QFileInfo(path).absolutePath();
    say([path](SettingsPage &page) {
        page.tell(Notice::Kind::Success, tr("Exported to %1").arg(QDir::toNativeSeparators(path)),
                  tr("The file holds no key. Import it at the other counters, here or with --import-settings."));
    });
}

void SettingsPage::tellNotExported(const QString &reason)
{
    say([reason](SettingsPage &page) {
        page.tell(Notice::Kind::Failure, tr("The file could not be written."),
                  tr("Choose another folder. The computer says: %1").arg(reason));
    });
}

void SettingsPage::tellReading(const QString &path)
{
    say([path](SettingsPage &page) {
        page.tell(Notice::Kind::Info, tr("Reading %1…").arg(QDir::toNativeSeparators(path)), {});
    });
}

void SettingsPage::tellImported(const QString &path, const CounterSettings &read)
{
    for (SettingsSection *page : std::as_const(m_pages))
        page->setValues(read);
    check();
    say([path, isSame = m_draft == m_saved](SettingsPage &page) {
        page.tell(Notice::Kind::Info, tr("Read from %1").arg(QDir::toNativeSeparators(path)),
                  isSame ? tr("It says what this counter has already.") : tr("Look it through, and save it."));
    });
}

void SettingsPage::tellNotImported(const QString &path, const QList<SettingsFault> &faults)
{
    say([path, faults](SettingsPage &page) {
        page.tell(Notice::Kind::Failure,
                  tr("Nothing was changed: %1 has mistakes.").arg(QDir::toNativeSeparators(path)),
                  SettingsText::inFile(faults));
    });
}

} // namespace okoshko
