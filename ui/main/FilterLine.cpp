// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/FilterLine.h"

#include "ui/keys/KeyDispatcher.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Privacy.h"
#include "ui/widgets/SearchEdit.h"
#include "ui/widgets/WrapLayout.h"

#include "models/tables/OrderTableModel.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QLineEdit>

#include <numeric>

using namespace Qt::StringLiterals;

namespace okoshko {

FilterLine::FilterLine(OrderTableModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_search(new SearchEdit(this))
{
    auto *row = new WrapLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::space(2));
    m_search->setObjectName(u"filterEdit"_s);
    KeyDispatcher::keepScans(*m_search);
    markPrivate(*m_search); // cashiers search by buyers' names
    row->addWidget(m_search);

    auto *group = new QButtonGroup(this);
    addChip(0, u"chipAll"_s, {});
    addChip(1, u"chipHeld"_s, {.statuses = {OrderStatus::Executed}});
    addChip(2, u"chipPaying"_s, {.statuses = {OrderStatus::InProgress}});
    addChip(3, u"chipPaid"_s, {.statuses = {OrderStatus::Done, OrderStatus::Refunded}});
    addChip(4, u"chipNotPrinted"_s, {.print = OrderFilter::Print::NotPrinted});
    addChip(5, u"chipCanceled"_s, {.statuses = {OrderStatus::Canceled}});
    addChip(6, u"chipExpired"_s, {.statuses = {OrderStatus::Expired}});
    addChip(7, u"chipUnknown"_s, {.statuses = {OrderStatus::Unknown}});
    for (const Chip &chip : m_chips) {
        group->addButton(chip.button);
        row->addWidget(chip.button);
    }
    m_chips.front().button->setChecked(true);

    connect(m_search, &QLineEdit::textChanged, this, &FilterLine::apply);
    connect(m_search, &QLineEdit::textChanged, this, &FilterLine::soughtChanged);
    connect(group, &QButtonGroup::buttonToggled, this, &FilterLine::apply);
    connect(&model, &OrderTableModel::countsChanged, this, &FilterLine::recount);
    m_search->setPlaceholderText(tr("Number, event, name"));
    m_search->setAccessibleName(tr("Find an order"));
    m_search->setToolTip(tr("Ctrl+F"));
    m_chips[0].button->setText(tr("All"));
    m_chips[1].button->setText(tr("Held"));
    m_chips[2].button->setText(tr("Paying"));
    m_chips[3].button->setText(tr("Paid"));
    m_chips[4].button->setText(tr("Not printed"));
    m_chips[5].button->setText(tr("Cancelled"));
    m_chips[6].button->setText(tr("Expired"));
    m_chips[7].button->setText(tr("Unknown"));
    recount();
}

void FilterLine::addChip(size_t at, const QString &objectName, const OrderFilter &filter)
{
    m_chips[at] = {new ActionButton(ActionButton::Weight::Chip, this), filter};
    m_chips[at].button->setObjectName(objectName);
}

void FilterLine::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void FilterLine::seek(const QString &text)
{
    m_chips.front().button->setChecked(true);
    m_search->setText(text);
}

void FilterLine::clear()
{
    seek({});
}

void FilterLine::apply()
{
    OrderFilter filter;
    for (const Chip &chip : m_chips) {
        if (chip.button->isChecked())
            filter = chip.filter;
    }
    filter.text = m_search->text();
    m_model.setFilter(filter);
    recount();
}

void FilterLine::recount()
{
    for (const Chip &chip : m_chips) {
        const int count = countOf(chip.filter);
        chip.button->setNote(QString::number(count));
        // Shown only while there are such orders, to leave room for the search field.
        if (chip.filter.print == OrderFilter::Print::NotPrinted ||
            chip.filter.statuses.intersects({OrderStatus::Canceled, OrderStatus::Expired, OrderStatus::Unknown}))
            chip.button->setVisible(count > 0 || chip.button->isChecked());
    }
}

int FilterLine::countOf(const OrderFilter &filter) const
{
    if (filter.print == OrderFilter::Print::NotPrinted)
        return m_model.notPrinted();
    if (filter.statuses.isEmpty())
        return m_model.total();
    return std::accumulate(filter.statuses.cbegin(), filter.statuses.cend(), 0,
                           [this](int sum, OrderStatus status) { return sum + m_model.countOf(status); });
}

} // namespace okoshko
