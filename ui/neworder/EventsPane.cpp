// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/neworder/EventsPane.h"

#include "ui/neworder/EventDelegate.h"
#include "ui/text/ErrorText.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/KeyHint.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/MissingNotice.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/RowSelection.h"
#include "ui/widgets/SearchEdit.h"
#include "ui/widgets/TouchScroll.h"
#include "ui/widgets/WaitLine.h"
#include "ui/widgets/WrapLayout.h"

#include "models/api/ServerClock.h"
#include "models/sale/EventCatalogue.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko {

EventsPane::EventsPane(EventCatalogue &catalogue, const ServerClock &clock, const Format &format, QWidget *parent)
    : QFrame(parent)
    , m_catalogue(catalogue)
    , m_clock(clock)
    , m_format(format)
    , m_model(format)
    , m_delegate(new EventDelegate(this))
    , m_search(new SearchEdit(this))
    , m_count(makeLabel(this, Theme::Type::Note, Tone::Muted))
    , m_age(makeLabel(this, Theme::Type::Note, Tone::Muted))
    , m_wait(new WaitLine(this))
    , m_trouble(new Notice(this))
    , m_missing(new MissingNotice(MissingNotice::Of::Events, this))
    , m_list(new QListView(this))
    , m_foot(new QFrame(this))
{
    m_search->setObjectName(u"eventSearch"_s);
    m_search->installEventFilter(this);
    m_age->setObjectName(u"catalogueAge"_s);
    m_age->setWordWrap(true);
    m_list->setObjectName(u"eventList"_s);
    m_list->setModel(&m_model);
    RowSelection::install(*m_list);
    TouchScroll::install(*m_list);
    m_list->setUniformItemSizes(true); // requesting each size would take ten thousand calls
    m_list->setItemDelegate(m_delegate);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    arrange();

    connect(m_search, &QLineEdit::textChanged, this, &EventsPane::search);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (const Event *event = m_model.eventAt(index))
            m_currentId = event->id;
        Q_EMIT currentChanged();
    });
    connect(m_list, &QListView::clicked, this, &EventsPane::accepted);
    connect(&catalogue, &EventCatalogue::changed, this, &EventsPane::showEvents);
    connect(&catalogue, &EventCatalogue::stateChanged, this, &EventsPane::showState);
    connect(m_wait, &WaitLine::left, &catalogue, &EventCatalogue::stop);
    m_search->setPlaceholderText(tr("Event, venue, city or date"));
    m_search->setAccessibleName(tr("Find an event"));
    m_list->setAccessibleName(tr("Events"));
    recount();
    showEvents();
    showState();
}

void EventsPane::arrange()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(Theme::space(3), Theme::space(3), Theme::space(3), Theme::space(2));
    head->setSpacing(Theme::space(1));
    auto *line = new QHBoxLayout;
    line->setSpacing(Theme::space(2));
    line->addWidget(m_search, 1);
    line->addWidget(m_count);
    head->addLayout(line);
    head->addWidget(m_age);
    head->addWidget(m_wait);
    head->addWidget(m_trouble);
    head->addWidget(m_missing->widget());
    column->addLayout(head);
    column->addWidget(makeRule(this));
    column->addWidget(m_list, 1);
    m_foot->setObjectName(u"foot"_s);
    auto *hints = new WrapLayout(m_foot);
    hints->setContentsMargins(Theme::space(3), Theme::space(2), Theme::space(3), Theme::space(2));
    hints->setSpacing(Theme::space(3));
    auto *choose = new KeyHint({u"↑"_s, u"↓"_s}, m_foot);
    choose->setText(tr("choose"));
    auto *goOn = new KeyHint({u"→"_s}, m_foot);
    goOn->setText(tr("to the tickets"));
    QLabel *zoneNote = makeLabel(m_foot, Theme::Type::Note, Tone::Muted);
    zoneNote->setText(tr("the venue's time; * the counter's"));
    hints->addWidget(choose);
    hints->addWidget(goOn);
    hints->addStretch();
    hints->addWidget(zoneNote);
    column->addWidget(m_foot);
}

void EventsPane::begin()
{
    m_search->clear();
    m_model.setNow(m_clock.now());
    m_list->setCurrentIndex(m_model.index(0));
    m_list->scrollToTop();
    m_search->setFocus();
}

void EventsPane::select(const EventId &id)
{
    m_search->clear();
    choose(id);
}

void EventsPane::choose(const EventId &id)
{
    m_currentId = id;
    m_list->setCurrentIndex(m_model.indexOf(id));
}

void EventsPane::focusSearch(const QString &typed)
{
    m_search->setFocus();
    if (!typed.isEmpty())
        m_search->setText(typed);
}

EventId EventsPane::current() const
{
    const Event *event = m_model.eventAt(m_list->currentIndex());
    return event ? event->id : EventId();
}

void EventsPane::showEvents()
{
    m_model.setNow(m_clock.now());
    m_model.setCatalogue(m_catalogue.catalogue());
    // If the chosen event is gone, no other is selected while the cashier types.
    if (const QModelIndex known = m_model.indexOf(m_currentId); m_list->currentIndex() != known)
        m_list->setCurrentIndex(known);
    if (m_currentId.isNull())
        m_list->setCurrentIndex(m_model.index(0));
    if (m_model.total() > 0)
        m_wait->stop(); // the first page has arrived
    showAge();
    recount();
    Q_EMIT currentChanged(); // the same event may have other vacancies now
}

void EventsPane::showState()
{
    const bool reading = m_catalogue.state() == EventCatalogue::State::Reading;
    if (reading && m_catalogue.events().isEmpty())
        m_wait->start(tr("Reading the events…"), tr("Stop waiting"),
                      tr("The server is slow: its list of events may take a minute."));
    else
        m_wait->stop();

    if (m_catalogue.failure() && !reading) {
        const ErrorText text(*m_catalogue.failure(), Doing::LoadingEvents);
        if (!m_trouble->updateMessage(text)) {
            m_trouble->showMessage(Notice::Kind::Failure, text);
            connect(m_trouble->addButton(tr("&Try again"), u"retryEventsButton"_s, Qt::Key_F5), &QPushButton::clicked,
                    &m_catalogue, &EventCatalogue::refresh);
        }
    } else if (!m_catalogue.failure()) {
        m_trouble->clear();
    }
    showAge();
    m_missing->show(ListExtent::Whole, m_catalogue.unreadable());
    recount();
}

void EventsPane::showAge()
{
    QStringList words{ageWords(), copyWords()};
    if (m_catalogue.catalogue()->isCut) {
        const bool isRead = m_catalogue.extent() != ListExtent::Whole; // read in this run
        words << MissingNotice::extentWords(MissingNotice::Of::Events,
                                            isRead ? m_catalogue.extent() : ListExtent::Gaps);
    }
    words.removeAll(QString());
    m_age->setText(words.join(u' '));
    m_age->setVisible(!words.isEmpty());
}

QString EventsPane::ageWords() const
{
    const auto &asOf = m_catalogue.catalogue()->asOf;
    const bool isReading = m_catalogue.state() == EventCatalogue::State::Reading;
    if (m_catalogue.events().isEmpty())
        return {};
    if (!asOf)
        return isReading ? tr("The list is being read; there is more to come.") : tr("The list is not complete.");
    const QString time = m_format.moment(*asOf, m_clock.now());
    if (isReading)
        return tr("As of %1, being freshened.").arg(time);
    if (m_catalogue.failure() || m_catalogue.state() == EventCatalogue::State::NeverRead)
        return tr("As of %1.").arg(time);
    return {};
}

QString EventsPane::copyWords() const
{
    switch (m_catalogue.copy()) {
    case KeptCopy::None:
    case KeptCopy::Whole:
    case KeptCopy::OtherAccount: // not relevant for a cashier
        return {};
    case KeptCopy::Damaged:
        return tr("The list that was kept on this computer was damaged and is read again.");
    case KeptCopy::Unwritable:
        return tr("The list cannot be kept on this computer: the next start has to wait for it.");
    }
    Q_UNREACHABLE();
}

void EventsPane::search(const QString &text)
{
    m_model.setFilterText(text);
    m_delegate->setSoughtWords(m_model.soughtWords());
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model.index(0));
    if (!m_list->currentIndex().isValid())
        m_currentId = {}; // select the first event that matches next
    m_list->viewport()->update();
    recount();
    Q_EMIT currentChanged();
}

void EventsPane::recount()
{
    m_count->setText(tr("%1 of %2").arg(m_model.rowCount()).arg(m_model.total()));
    m_count->setVisible(m_model.total() > 0);
}

void EventsPane::move(int by)
{
    const int row = std::clamp(m_list->currentIndex().row() + by, 0, std::max(0, m_model.rowCount() - 1));
    m_list->setCurrentIndex(m_model.index(row));
}

bool EventsPane::eventFilter(QObject *watched, QEvent *event)
{
    const bool isAsked = event->type() == QEvent::ShortcutOverride; // asks whether a button may take the key
    if (!isAsked && event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (isAsked) {
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)
            event->accept();
        return QFrame::eventFilter(watched, event);
    }
    const int page = std::max(1, m_list->viewport()->height() / std::max(1, m_list->sizeHintForRow(0)) - 1);
    switch (key->key()) { // other keys are not handled here
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_PageUp:
        move(-page);
        return true;
    case Qt::Key_PageDown:
        move(page);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT accepted();
        return true;
    case Qt::Key_Right:
        if (watched == m_search && m_search->cursorPosition() < m_search->text().size())
            return false;
        Q_EMIT accepted();
        return true;
    default:
        break;
    }
    if (watched == m_list && !key->text().isEmpty() && key->text().front().isPrint()) {
        focusSearch(key->text());
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace okoshko
