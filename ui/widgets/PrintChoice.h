// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Id.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QListWidget)
QT_FORWARD_DECLARE_CLASS(QVBoxLayout)

namespace okoshko {

/// What a question about printing lets the cashier choose: tickets, a printer, spoiled blanks; each part only if it is
/// added. The first one has the keyboard.
///
/// Controls: "ticketChecks", "checkAllButton" (A), "printerChoices", "spoiledEdit", "spoiledWhyEdit".
class PrintChoice final : public QWidget
{
    Q_OBJECT
public:
    explicit PrintChoice(QWidget *parent);

    /// A box for each of \a tickets, with its \a words.
    void addTickets(const QList<TicketId> &tickets, const QStringList &words, Qt::CheckState state);
    /// Nothing if there is one name or none. The one after \a before is chosen, and the first without it.
    void addPrinters(const QStringList &names, const QString &before = {});
    void addSpoiled();
    [[nodiscard]] bool isEmpty() const;

    [[nodiscard]] bool hasTickets() const { return m_tickets; }
    [[nodiscard]] QList<TicketId> tickets() const; ///< the marked ones
    [[nodiscard]] QString printer() const;         ///< its name; empty if there is no choice
    [[nodiscard]] int spoiled() const;             ///< blanks
    [[nodiscard]] QString spoiledWhy() const;

private:
    QListWidget *addList(const QString &name, const QString &words, qsizetype rows, qsizetype mostRows);
    QLineEdit *addEdit(QLayout &line, const QString &name, const QString &words, int longest);

    QVBoxLayout *m_column;
    QListWidget *m_tickets = nullptr;
    QListWidget *m_printers = nullptr;
    QLineEdit *m_spoiled = nullptr;
    QLineEdit *m_spoiledWhy = nullptr;
};

} // namespace okoshko
