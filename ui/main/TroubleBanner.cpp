// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/TroubleBanner.h"

#include "models/counter/Counter.h"
#include "ui/text/ErrorText.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Labels.h"

#include <QBoxLayout>
#include <QFontMetrics>
#include <QLabel>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace okoshko {

TroubleBanner::TroubleBanner(Counter &counter, QWidget *parent)
    : QFrame(parent)
    , m_counter(counter)
    , m_sign(makeLabel(this))
    , m_words(makeLabel(this, Theme::Type::Text, Tone::Plain, QFont::DemiBold))
    , m_action(new ActionButton(ActionButton::Weight::Normal, this))
{
    m_words->setObjectName(u"bannerLabel"_s);
    m_words->setWordWrap(true);
    m_action->setObjectName(u"bannerButton"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::space(4), Theme::space(1), Theme::space(4), Theme::space(1));
    row->setSpacing(Theme::space(2));
    row->addWidget(m_sign);
    row->addWidget(m_words, 1);
    row->addWidget(m_action);
    connect(&counter.monitor, &ConnectionMonitor::changed, this, &TroubleBanner::refresh);
    connect(&counter.saleJournal, &SaleJournal::troubleChanged, this, &TroubleBanner::refresh);
    connect(&counter.ticker, &Ticker::second, this, [this] {
        if (isVisible())
            refresh();
    });
    connect(m_action, &QPushButton::clicked, this, [this] {
        if (const Words words = wordsNow(); words.act)
            (this->*words.act)();
    });
    refresh();
}

void TroubleBanner::setForeign()
{
    m_isForeign = true;
    refresh();
}

void TroubleBanner::setSaving()
{
    m_isSaving = true;
    refresh();
}

void TroubleBanner::setPrinterDoubt(const QString &words)
{
    m_printerDoubt = words;
    refresh();
}

QString TroubleBanner::nextTry() const
{
    const auto &next = m_counter.monitor.state().nextTry;
    if (!next)
        return tr("Trying again…");
    const auto left = std::chrono::ceil<std::chrono::seconds>(*next - m_counter.clock.now());
    return tr("Trying again in %n second(s).", nullptr, std::max(0, static_cast<int>(left.count())));
}

TroubleBanner::Words TroubleBanner::wordsNow() const
{
    if (m_isSaving)
        return {tr("Saving the journal… The window closes by itself, in 5 seconds at the latest. What is not saved by "
                   "then is asked of the server at the next start; an order's history may miss entries, also that its "
                   "money "
                   "was taken."),
                {}};
    if (m_isForeign)
        return {tr("The key belongs to another partner than this counter's journal: selling is stopped. Use the right "
                   "key, or another profile."),
                tr("Another &key…"), &TroubleBanner::keyRequested};
    if (const auto &trouble = m_counter.saleJournal.trouble()) {
        const JournalText text(*trouble);
        return {text.title + u' ' + text.body, {}};
    }
    const ConnectionMonitor::State &state = m_counter.monitor.state();
    switch (state.line) {
    case ConnectionMonitor::Line::Up:
        return m_printerDoubt.isEmpty()
                   ? Words()
                   : Words{m_printerDoubt, tr("&Mend it in the settings…"), &TroubleBanner::settingsRequested};
    case ConnectionMonitor::Line::Refused:
        return {tr("The server does not accept this counter's key: selling is stopped."), tr("Another &key…"),
                &TroubleBanner::keyRequested};
    case ConnectionMonitor::Line::Down:
    case ConnectionMonitor::Line::Troubled:
        return {ErrorText(state.why.value_or(ApiError()), Doing::LoadingEvents).reason() + u' ' + nextTry(),
                tr("Try no&w"), &TroubleBanner::tryNow};
    }
    Q_UNREACHABLE();
}

void TroubleBanner::refresh()
{
    const Words words = wordsNow();
    setVisible(!words.text.isEmpty());
    if (words.text.isEmpty())
        return;
    const Theme::Tint &tint = Theme::palette().warning;
    const int side = QFontMetrics(Theme::font(Theme::Type::Text)).height();
    m_sign->setPixmap(iconPixmap(IconName::Question, tint.foreground, side, devicePixelRatioF()));
    QPalette ink = palette();
    ink.setColor(QPalette::WindowText, tint.foreground);
    m_words->setPalette(ink);
    m_words->setText(words.text);
    m_action->setText(words.action);
    m_action->setVisible(!words.action.isEmpty());
    setAccessibleName(words.text);
}

void TroubleBanner::tryNow()
{
    m_counter.monitor.tryNow();
}

void TroubleBanner::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::palette().warning.background);
}

} // namespace okoshko
