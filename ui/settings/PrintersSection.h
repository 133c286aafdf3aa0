// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/print/DrawFault.h"
#include "models/print/PrintPort.h"
#include "models/print/TicketTemplate.h"
#include "models/settings/SettingsFields.h"
#include "ui/print/TicketFonts.h"
#include "ui/settings/SettingsSection.h"

#include <QList>

#include <optional>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QListWidget)

namespace okoshko {

class ActionButton;
class Format;
class PrinterRow;
class SettingRow;

/// What is printed by itself, and the printers: a list, and the fields of its current one. A printer that cannot print
/// its template is a fault, as the first to meet it would be a buyer who has paid.
///
/// Controls: "printersList", "addPrinterButton" (Insert), "removePrinterButton" (Delete), "printerUpButton" (Alt+Up),
/// "printerDownButton" (Alt+Down), "templatesButton", "testTicketButton", "printersNote", and those of SettingRow and
/// PrinterRow.
class PrintersSection final : public SettingsSection
{
    Q_OBJECT
public:
    PrintersSection(const Format &format, QWidget *parent);

    [[nodiscard]] QString title() const override;
    void setValues(const CounterSettings &values) override;
    void fill(CounterSettings &values) const override;
    void restoreDefaults() override;
    [[nodiscard]] bool showFaults(const QList<SettingsFault> &faults) override;
    void focusFirst() override;

    /// The queues of the print service, or that it does not answer; nothing = not known yet.
    void showQueues(const std::optional<Printed<QList<QueueInfo>>> &queues);
    void setTemplates(const QList<TicketTemplate> &templates); ///< then showFaults()
    /// Printers that cannot print their template, as showFaults() found them.
    [[nodiscard]] int furtherFaults() const;
    /// The sheet that was used in part is used up.
    void resetFirstSlot(const QString &printer);

    [[nodiscard]] int current() const; ///< the number of the printer whose fields are shown; -1 = none
    void setCurrent(int row);

Q_SIGNALS:
    void templatesRequested(); ///< to see and change the ticket templates
    void testTicketRequested(const okoshko::PrinterProfile &printer);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void makeRows();
    void makeButtons(QLayout &list, QLayout &fields);
    [[nodiscard]] PrinterRow &rowOf(PrinterSetting setting) const;
    void add();
    void remove();
    void move(int by);
    void takeRows();
    void takeTemplate();
    void listPrinters();
    void showCurrent();
    void showReasons();
    [[nodiscard]] QString queueDoubt() const;
    void tryTemplates();
    [[nodiscard]] bool isFaulty(qsizetype printer) const;

    QString m_language;
    QList<PrinterProfile> m_printers;
    QList<TicketTemplate> m_templates;
    QList<SettingsFault> m_faults;
    /// Of a printer: why its template cannot be printed, and why not with texts as long as can be imagined.
    struct Trial
    {
        std::optional<PrinterProfile> printer; ///< that was tried, without what changes nothing
        std::optional<DrawFault> usual;
        std::optional<DrawFault> longest;
    };
    QList<Trial> m_trials;
    TicketFonts m_fonts;
    std::optional<Printed<QList<QueueInfo>>> m_queues;

    SettingRow *m_automatic;
    QLabel *m_note;
    QListWidget *m_list;
    QWidget *m_fields;
    QList<PrinterRow *> m_rows;
    ActionButton *m_add = nullptr;
    ActionButton *m_remove = nullptr;
    ActionButton *m_up = nullptr;
    ActionButton *m_down = nullptr;
    ActionButton *m_test = nullptr;
};

} // namespace okoshko
