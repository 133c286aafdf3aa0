// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Page.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/ElidedLabel.h"

#include <QBoxLayout>
#include <QFrame>

using namespace Qt::StringLiterals;

namespace okoshko {

Page::Page(QWidget *parent)
    : QWidget(parent)
    , m_body(new QVBoxLayout)
{
    auto *bar = new QFrame(this);
    bar->setObjectName(u"bar"_s);
    m_back = new ActionButton(ActionButton::Weight::Normal, bar);
    m_back->setObjectName(u"backButton"_s);
    m_back->setKey(Qt::Key_Escape);
    m_back->setText(tr("← &Orders"));
    m_title = new ElidedLabel(Theme::Type::Title, Tone::Plain, QFont::Bold, bar);
    m_title->setObjectName(u"pageTitle"_s);
    m_head = new QHBoxLayout(bar);
    m_head->setContentsMargins(Theme::space(4), Theme::space(2), Theme::space(4), Theme::space(2));
    m_head->setSpacing(Theme::space(3));
    m_head->addWidget(m_back);
    m_head->addWidget(m_title);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar);
    column->addLayout(m_body, 1);
}

void Page::setTitle(const QString &title, const QString &least)
{
    setWindowTitle(title);
    m_title->setText(title, least);
}

void Page::layOut(bool isLow)
{
    const int air = Theme::space(isLow ? 1 : 2);
    m_head->setContentsMargins(Theme::space(4), air, Theme::space(4), air);
}

bool Page::event(QEvent *event)
{
    // The size of the page or of its text changes.
    const bool mayDiffer =
        event->type() == QEvent::Show || event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest;
    if (mayDiffer && isVisible() && m_isLow != Theme::isLow(height())) {
        m_isLow = Theme::isLow(height());
        layOut(*m_isLow);
    }
    return QWidget::event(event);
}

} // namespace okoshko
