// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/WaitLine.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Labels.h"

#include <QBoxLayout>
#include <QLabel>
#include <QProgressBar>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko {

WaitLine::WaitLine(QWidget *parent)
    : QWidget(parent)
    , m_bar(new QProgressBar(this))
    , m_words(makeLabel(this, Theme::Type::Note, Tone::Muted))
    , m_leave(new ActionButton(ActionButton::Weight::Normal, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto *row = new QHBoxLayout;
    row->addWidget(m_words, 1);
    row->addWidget(m_leave);
    column->addWidget(m_bar);
    column->addLayout(row);
    m_bar->setRange(0, 0);
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(Theme::space(1));
    m_leave->setObjectName(u"leaveWaitButton"_s);

    m_soon.setSingleShot(true);
    m_soon.setInterval(200ms);
    m_later.setSingleShot(true);
    m_later.setInterval(2s);
    m_slow.setSingleShot(true);
    m_slow.setInterval(10s);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        show();
        m_bar->show();
    });
    connect(&m_later, &QTimer::timeout, this, [this] {
        m_words->show();
        m_leave->setVisible(!m_leave->text().isEmpty());
    });
    connect(&m_slow, &QTimer::timeout, this, [this] {
        m_words->setText(m_slowWords);
        setAccessibleName(m_slowWords);
    });
    connect(m_leave, &QPushButton::clicked, this, &WaitLine::left);
    m_words->setObjectName(u"waitWords"_s);
    m_words->setWordWrap(true);
    stop();
}

void WaitLine::start(const QString &words, const QString &leaveText, const QString &slowWords)
{
    m_slowWords = slowWords;
    m_words->setText(words);
    m_leave->setText(leaveText);
    setAccessibleName(words);
    m_soon.start();
    m_later.start();
    if (slowWords.isEmpty())
        m_slow.stop();
    else
        m_slow.start();
}

void WaitLine::setText(const QString &words)
{
    m_words->setText(words);
    setAccessibleName(words);
}

void WaitLine::stop()
{
    m_soon.stop();
    m_later.stop();
    m_slow.stop();
    for (QWidget *part :
         {static_cast<QWidget *>(m_bar), static_cast<QWidget *>(m_words), static_cast<QWidget *>(m_leave)})
        part->hide();
    hide();
}

} // namespace okoshko
