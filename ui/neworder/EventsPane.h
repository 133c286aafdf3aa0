// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/EventListModel.h"

#include <QFrame>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QListView)

namespace okoshko {

class EventCatalogue;
class EventDelegate;
class KeyHint;
class MissingNotice;
class Notice;
class ServerClock;
class WaitLine;

/// The event list and its search field. Letters go to the field ("eventSearch") and arrows to the list ("eventList"),
/// whichever of both has the focus. The age of the list is shown under the field ("catalogueAge"), with what could not
/// be read (MissingNotice).
class EventsPane final : public QFrame
{
    Q_OBJECT
public:
    /// \a catalogue and \a clock must outlive this.
    EventsPane(EventCatalogue &catalogue, const ServerClock &clock, const Format &format, QWidget *parent);

    void begin(); ///< clears the search, selects the first event, focuses the field
    void select(const EventId &id);
    void choose(const EventId &id); ///< selects one of the matches
    void focusSearch(const QString &typed = {});
    [[nodiscard]] EventId current() const;                    ///< null if none
    void showHints(bool shown) { m_foot->setVisible(shown); } ///< hints for keys and times

Q_SIGNALS:
    void currentChanged();
    void accepted(); ///< continue with the tickets

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void arrange();
    void showEvents();
    void showState();
    void search(const QString &text);
    void recount();
    void showAge();
    [[nodiscard]] QString ageWords() const;
    [[nodiscard]] QString copyWords() const;
    void move(int by);

    EventCatalogue &m_catalogue;
    const ServerClock &m_clock;
    Format m_format;
    EventListModel m_model;
    EventDelegate *m_delegate;
    QLineEdit *m_search;
    QLabel *m_count;
    QLabel *m_age;
    WaitLine *m_wait;
    Notice *m_trouble;
    MissingNotice *m_missing;
    QListView *m_list;
    QFrame *m_foot;
    EventId m_currentId;
};

} // namespace okoshko
