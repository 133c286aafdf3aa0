// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/SumNotice.h"

#include "ui/text/PriceText.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Notice.h"

#include <QBoxLayout>

#include <utility>

namespace okoshko {

SumNotice::SumNotice(const QString &buttonName, QWidget *parent)
    : QWidget(parent)
    , m_buttonName(buttonName)
    , m_notice(new Notice(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_notice);
    hide();
}

void SumNotice::setSale(const Sale &sale, SaleRemark remark, const Format &format)
{
    const SumText text(sale, remark, format);
    const bool isAnother = std::exchange(m_order, sale.order.id) != sale.order.id;
    m_sum = sale.order.value;
    setVisible(!text.title.isEmpty());
    if (text.title.isEmpty())
        return m_notice->clear();
    if (isAnother || !m_notice->updateMessage(text)) {
        m_notice->showMessage(Notice::Kind::Warning, text);
        m_accept = m_notice->addButton(text.accept(), m_buttonName, Qt::Key_Y);
        m_accept->guard(ActionButton::Guard::Lasting);
        connect(m_accept, &QPushButton::clicked, this, [this] { Q_EMIT accepted(m_order, m_sum); });
    }
    m_accept->setText(text.accept());
}

} // namespace okoshko
