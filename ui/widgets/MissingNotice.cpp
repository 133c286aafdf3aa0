// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/MissingNotice.h"

#include "ui/text/TicketText.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Notice.h"

#include "models/domain/Text.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace okoshko {

MissingNotice::MissingNotice(Of of, QWidget *parent)
    : QObject(parent)
    , m_of(of)
    , m_notice(new Notice(parent))
{
    m_notice->setObjectName(u"unreadableNotice"_s);
}

void MissingNotice::show(ListExtent extent, const Unreadable &unreadable)
{
    // A dismissed notice stays hidden if the next answer has the same faults.
    const bool isSame = extent == m_extent && unreadable.missing() == m_unreadable.missing() &&
                        unreadable.leftOut == m_unreadable.leftOut;
    if (isSame)
        return;
    m_extent = extent;
    m_unreadable = unreadable;
    showSummary();
}

void MissingNotice::showSummary()
{
    m_notice->clear();
    const bool hasUnreadable = m_unreadable.leavesGap();
    const QString more = extentWords(m_of, m_extent);
    if (!hasUnreadable && more.isEmpty())
        return;
    m_notice->showMessage(Notice::Kind::Info, {hasUnreadable ? countWords() : tr("Not all orders are shown."), more});
    if (hasUnreadable) {
        ActionButton *show = m_notice->addButton(tr("S&how"), u"showUnreadableButton"_s);
        connect(show, &QPushButton::clicked, this, [this, show] {
            showNames();
            show->hide();
        });
    }
    connect(m_notice->addButton(tr("H&ide"), u"hideUnreadableButton"_s), &QPushButton::clicked, m_notice,
            &Notice::clear);
}

void MissingNotice::showNames()
{
    QStringList lines;
    for (const LeftOut &element : m_unreadable.leftOut)
        lines << nameWords(element);
    ListText::addMore(lines, m_unreadable.missing() - lines.size());
    lines << extentWords(m_of, m_extent) << advice();
    lines.removeAll(QString());
    m_notice->setBody(lines.join(u'\n'));
}

QString MissingNotice::countWords() const
{
    switch (m_of) {
    case Of::Events:
        return tr("%n event(s) could not be read.", nullptr, m_unreadable.missing());
    case Of::Orders:
        return tr("%n order(s) could not be read.", nullptr, m_unreadable.missing());
    }
    Q_UNREACHABLE();
}

QString MissingNotice::extentWords(Of of, ListExtent extent)
{
    const bool isEvents = of == Of::Events;
    switch (extent) {
    case ListExtent::Whole:
        return {};
    case ListExtent::Gaps: // for orders their number is shown
        return isEvents ? tr("There may be more events than are shown.") : QString();
    case ListExtent::EndedEarly:
        return isEvents ? tr("The server's answer ended early: there may be more events. Press F5 to read them again.")
                        : tr("The server's answer ended early: there may be more orders. Press F5 to read them again.");
    case ListExtent::Cut:
        return isEvents ? tr("The list is longer than what is shown.")
                        : tr("There are more orders of the last day than the list holds.");
    }
    Q_UNREACHABLE();
}

QString MissingNotice::nameWords(const LeftOut &element) const
{
    constexpr int longest = 80;
    const QString name = isolated(sanitizedText(element.name, longest));
    switch (m_of) {
    case Of::Events:
        return element.name.isEmpty() ? tr("an event whose title cannot be read (%1)").arg(element.field)
                                      : tr("“%1” (%2)").arg(name, element.field);
    case Of::Orders:
        return element.name.isEmpty() ? tr("an order whose number cannot be read (%1)").arg(element.field)
                                      : tr("order %1 (%2)").arg(name, element.field);
    }
    Q_UNREACHABLE();
}

QString MissingNotice::advice() const
{
    switch (m_of) {
    case Of::Events:
        return tr("Everything else can be sold. If a buyer asks for one of these, press F5; if it stays so, call the "
                  "administrator: what is wrong stands in brackets.");
    case Of::Orders:
        return tr("They are missing from the table. Press F5; if it stays so, call the administrator: what is wrong "
                  "stands in brackets.");
    }
    Q_UNREACHABLE();
}

} // namespace okoshko
