// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/StatusLine.h"

#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/FigureLabel.h"
#include "ui/widgets/Labels.h"

#include "models/api/ServerClock.h"
#include "models/sale/Countdown.h"

#include <QBoxLayout>
#include <QEvent>
#include <QFontMetrics>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace okoshko {

StatusLine::StatusLine(const ServerClock &clock, const Ticker &ticker, const Format &format, Key key, QWidget *parent)
    : QFrame(parent)
    , m_clock(clock)
    , m_format(format)
    , m_sign(makeLabel(this))
    , m_words(makeLabel(this, Theme::Type::Note, Tone::Muted))
    , m_server(makeLabel(this, Theme::Type::Note, Tone::Muted))
    , m_key(makeLabel(this, Theme::Type::Note, Tone::Muted))
    , m_timeWords(makeLabel(this, Theme::Type::Note, Tone::Muted))
    , m_time(new FigureLabel(Theme::Type::Note, QFont::Normal, this))
{
    setObjectName(u"foot"_s);
    m_words->setObjectName(u"connectionLabel"_s);
    m_key->setObjectName(u"keyLabel"_s);
    m_key->setVisible(key == Key::InMemory);
    m_server->setObjectName(u"serverLabel"_s);
    m_time->setObjectName(u"serverTime"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::space(4), Theme::space(1), Theme::space(4), Theme::space(1));
    row->setSpacing(Theme::space(1));
    row->addWidget(m_sign);
    row->addWidget(m_words);
    row->addSpacing(Theme::space(4));
    row->addWidget(m_server);
    row->addSpacing(Theme::space(4));
    row->addWidget(m_key);
    row->addStretch();
    row->addWidget(m_timeWords);
    row->addWidget(m_time);
    m_key->setText(tr("Key in memory only"));
    m_key->setToolTip(tr("The key is written nowhere: it is asked for at the next start."));
    m_timeWords->setText(tr("Server time"));
    connect(&ticker, &Ticker::second, this, &StatusLine::showTime);
    showConnection();
    showTime();
}

void StatusLine::setKey(Key key)
{
    m_key->setVisible(key == Key::InMemory);
}

void StatusLine::setConnection(const ConnectionState &state)
{
    m_connection = state;
    showConnection();
}

QString StatusLine::connectionWords() const
{
    switch (m_connection.health) {
    case ConnectionState::Health::Untried:
        return tr("Connecting…");
    case ConnectionState::Health::Online: {
        const auto lag = m_connection.lag.value_or(std::chrono::milliseconds(0)).count();
        return tr("Online · answers in %1 ms").arg(m_format.locale().toString(static_cast<qlonglong>(lag)));
    }
    case ConnectionState::Health::Offline:
        return tr("No connection to the server");
    case ConnectionState::Health::Refused:
        return tr("The key is not accepted: selling is stopped");
    }
    Q_UNREACHABLE();
}

void StatusLine::showConnection()
{
    using Health = ConnectionState::Health;
    const Theme::Palette &p = Theme::palette();
    const bool good = m_connection.health == Health::Online;
    const bool waiting = m_connection.health == Health::Untried;
    const IconName name = good ? IconName::Check : waiting ? IconName::Arrows : IconName::Cross;
    const QColor colour = good ? p.paid.foreground : waiting ? p.muted : p.urgent;
    const int side = QFontMetrics(Theme::font(Theme::Type::Note)).height();
    m_sign->setPixmap(iconPixmap(name, colour, side, devicePixelRatioF()));
    m_words->setText(connectionWords());
    setTone(*m_words, good || waiting ? Tone::Muted : Tone::Urgent);
    m_server->setText(m_connection.server);
}

void StatusLine::showTime()
{
    m_time->setText(m_clock.isSynchronised() ? m_format.clockSeconds(m_clock.now()) : u"—"_s);
}

void StatusLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        showConnection();
    QFrame::changeEvent(event);
}

} // namespace okoshko
