// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/PrintChoice.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Labels.h"

#include "models/domain/Text.h"
#include "models/print/BlankStock.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

constexpr int digitsOfSpoiled = 3;
constexpr int mostSpoiled = 999;

} // namespace

PrintChoice::PrintChoice(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(Theme::space(1));
}

void PrintChoice::addTickets(const QList<TicketId> &tickets, const QStringList &words, Qt::CheckState state)
{
    constexpr int mostRows = 6;
    m_tickets = addList(u"ticketChecks"_s, tr("Tickets"), tickets.size(), mostRows);
    for (qsizetype at = 0; at < tickets.size(); ++at) {
        auto *item = new QListWidgetItem(words.value(at), m_tickets);
        item->setData(Qt::UserRole, tickets.at(at).toString());
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(state);
        item->setSizeHint(QSize(0, Theme::space(7)));
    }
    m_tickets->setCurrentRow(0);
    if (tickets.size() < 2)
        return;
    auto *all = new ActionButton(ActionButton::Weight::Normal, this);
    all->setObjectName(u"checkAllButton"_s);
    all->setText(tr("&All or none"));
    all->setKey(Qt::Key_A);
    auto *line = new QHBoxLayout;
    line->addWidget(all);
    line->addStretch();
    m_column->addLayout(line);
    connect(all, &QPushButton::clicked, this, [this] {
        const bool isToMark = this->tickets().size() < m_tickets->count();
        for (int at = 0; at < m_tickets->count(); ++at)
            m_tickets->item(at)->setCheckState(isToMark ? Qt::Checked : Qt::Unchecked);
        m_tickets->setFocus();
    });
}

void PrintChoice::addPrinters(const QStringList &names, const QString &before)
{
    constexpr int mostRows = 4;
    if (names.size() < 2)
        return;
    m_printers = addList(u"printerChoices"_s, tr("Printers"), names.size(), mostRows);
    for (const QString &name : names) {
        auto *item = new QListWidgetItem(sanitizedText(name), m_printers);
        item->setData(Qt::UserRole, name);
        item->setSizeHint(QSize(0, Theme::space(7)));
    }
    m_printers->setCurrentRow(static_cast<int>((names.indexOf(before) + 1) % names.size()));
}

void PrintChoice::addSpoiled()
{
    auto *line = new QHBoxLayout;
    m_spoiled = addEdit(*line, u"spoiledEdit"_s, tr("Spoiled &blanks:"), digitsOfSpoiled);
    m_spoiled->setText(u"0"_s);
    m_spoiled->setMaximumWidth(Theme::space(12));
    m_spoiledWhy = addEdit(*line, u"spoiledWhyEdit"_s, tr("wh&y:"), BlankStock::longestReason);
    m_column->addLayout(line);
}

QListWidget *PrintChoice::addList(const QString &name, const QString &words, qsizetype rows, qsizetype mostRows)
{
    auto *list = new QListWidget(this);
    list->setObjectName(name);
    list->setAccessibleName(words);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setTabKeyNavigation(false);
    list->setFixedHeight(Theme::space(7) * static_cast<int>(std::min(rows, mostRows)) + 2 * list->frameWidth());
    m_column->addWidget(list);
    if (!focusProxy())
        setFocusProxy(list);
    return list;
}

QLineEdit *PrintChoice::addEdit(QLayout &line, const QString &name, const QString &words, int longest)
{
    auto *label = makeLabel(this);
    label->setText(words);
    auto *edit = new QLineEdit(this);
    edit->setObjectName(name);
    edit->setAccessibleName(QString(words).remove(u'&'));
    edit->setMaxLength(longest);
    label->setBuddy(edit);
    line.addWidget(label);
    line.addWidget(edit);
    return edit;
}

bool PrintChoice::isEmpty() const
{
    return m_column->count() == 0;
}

QList<TicketId> PrintChoice::tickets() const
{
    QList<TicketId> tickets;
    for (int at = 0; m_tickets && at < m_tickets->count(); ++at) {
        const QListWidgetItem *item = m_tickets->item(at);
        const auto id = TicketId::parse(item->data(Qt::UserRole).toString());
        if (id && item->checkState() == Qt::Checked)
            tickets << *id;
    }
    return tickets;
}

QString PrintChoice::printer() const
{
    const QListWidgetItem *item = m_printers ? m_printers->currentItem() : nullptr;
    return item ? item->data(Qt::UserRole).toString() : QString();
}

int PrintChoice::spoiled() const
{
    return m_spoiled ? std::clamp(typedWithoutBlanks(m_spoiled->text()).toInt(), 0, mostSpoiled) : 0;
}

QString PrintChoice::spoiledWhy() const
{
    return m_spoiledWhy ? typedText(m_spoiledWhy->text()) : QString();
}

} // namespace okoshko
