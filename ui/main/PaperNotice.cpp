// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/PaperNotice.h"

#include "ui/main/SeenNotices.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Notice.h"

#include "models/counter/Counter.h"
#include "models/domain/Text.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

constexpr qsizetype maxLines = 8;

} // namespace

PaperNotice::PaperNotice(Counter &counter, SeenNotices &seen, const Format &format, QWidget *parent)
    : QObject(parent)
    , m_counter(counter)
    , m_seen(seen)
    , m_format(format)
    , m_notice(new Notice(parent))
{
    m_notice->setObjectName(u"paperNotice"_s);
    connect(&counter.printing, &PrintService::refundedOnPaper, this, [this](const OrderId &id) {
        if (!m_seen.paperToTakeBack.contains(id))
            m_seen.paperToTakeBack << id;
        refresh();
    });
    connect(&counter.service, &SaleService::saleForgotten, this, [this](const OrderId &id) {
        m_seen.paperToTakeBack.removeAll(id);
        refresh();
    });
    refresh();
}

void PaperNotice::refresh()
{
    QStringList lines;
    const qsizetype shown = shownLines(m_seen.paperToTakeBack.size(), maxLines);
    for (const OrderId &id : m_seen.paperToTakeBack.mid(0, shown)) {
        const Sale *sale = m_counter.service.sale(id);
        lines << tr("Order %1: %2")
                     .arg(m_format.orderNumber(sale ? sale->order.number : 0),
                          m_format.tickets(m_counter.printing.refundedOnPaperOf(id)));
    }
    if (const auto more = static_cast<int>(m_seen.paperToTakeBack.size() - shown); more > 0)
        lines << tr("and %n more order(s)", nullptr, more);
    if (lines.isEmpty())
        return m_notice->clear();
    const Message message{tr("Tickets on paper were refunded: take the paper back if it was not handed in yet."),
                          lines.join(u'\n')};
    if (m_notice->updateMessage(message))
        return; // the focus stays
    m_notice->showMessage(Notice::Kind::Warning, message);
    connect(m_notice->addButton(tr("Show the &order"), u"paperShowButton"_s), &QPushButton::clicked, this,
            [this] { Q_EMIT orderRequested(m_seen.paperToTakeBack.value(0)); });
    connect(m_notice->addUnderstood(u"paperDoneButton"_s), &QPushButton::clicked, this, [this] {
        m_seen.paperToTakeBack.remove(0, shownLines(m_seen.paperToTakeBack.size(), maxLines));
        refresh(); // the others
    });
}

} // namespace okoshko
