// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/ProfileChooser.h"

#include "ui/keys/KeyDispatcher.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/ColumnArea.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/WrapLayout.h"

#include <QBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace okoshko {

ProfileChooser::ProfileChooser(const QList<Row> &rows, QWidget *parent)
    : QDialog(parent)
    , m_list(new QVBoxLayout)
    , m_title(makeLabel(this, Theme::Type::Title, Tone::Plain, QFont::Bold))
    , m_trouble(makeLabel(this, Theme::Type::Text, Tone::Urgent))
    , m_training(new ActionButton(ActionButton::Weight::Normal, this))
    , m_new(new ActionButton(ActionButton::Weight::Normal, this))
    , m_leave(new ActionButton(ActionButton::Weight::Normal, this))
{
    setObjectName(u"profileChooser"_s);
    auto *ground = new QWidget(this);
    ground->setLayout(m_list);
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->setSpacing(Theme::space(2));
    for (int at = 0; at < rows.size(); ++at)
        addRow(at, rows.at(at));
    m_list->addStretch();
    m_trouble->setObjectName(u"profileTrouble"_s);
    m_trouble->setWordWrap(true);
    m_trouble->hide();
    m_training->setObjectName(u"trainingButton"_s);
    m_training->setDrawing(IconName::Diamond);
    m_new->setObjectName(u"newProfileButton"_s);
    m_leave->setObjectName(u"leaveButton"_s);
    m_leave->setKey(Qt::Key_Escape);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::space(6), Theme::space(5), Theme::space(6), Theme::space(4));
    column->setSpacing(Theme::space(3));
    column->addWidget(m_title);
    column->addWidget(new ColumnArea(ground, this), 1);
    column->addWidget(m_trouble);
    auto *row = new WrapLayout;
    row->setSpacing(Theme::space(2));
    row->addWidget(m_leave);
    row->addStretch();
    row->addWidget(m_training);
    row->addWidget(m_new);
    column->addLayout(row);
    setMinimumSize(Theme::space(120), Theme::space(70));

    connect(m_training, &QPushButton::clicked, this, &ProfileChooser::trainingChosen);
    connect(m_new, &QPushButton::clicked, this, &ProfileChooser::newRequested);
    connect(m_leave, &QPushButton::clicked, this, &QDialog::reject);
    new KeyDispatcher(*this);
    setWindowTitle(tr("Okoshko — profiles"));
    m_title->setText(tr("Which counter shall it be?"));
    m_training->setText(tr("T&raining"));
    m_new->setText(tr("&New counter…"));
    m_leave->setText(tr("Leave"));
    if (!m_buttons.isEmpty())
        m_buttons.first()->setFocus();
}

void ProfileChooser::addRow(int at, const Row &row)
{
    auto *button = new ActionButton(ActionButton::Weight::Choice, this);
    button->setObjectName(u"profile_%1"_s.arg(at + 1));
    button->setCheckable(false);
    button->setDrawnSize(ActionButton::Size::Touch);
    QString name = row.name;
    button->setText(name.replace(u'&', u"&&"_s)); // a typed name has no mnemonic
    const QString server = row.environment == Environment::Staging ? tr("STAGING · %1").arg(row.server) : row.server;
    button->setNote(u"· "_s + server);
    button->setAccessibleName(row.name + u", "_s + server);
    if (row.environment == Environment::Staging)
        button->setDrawing(IconName::Diamond);
    if (at < 9)
        button->setKey(static_cast<Qt::Key>(Qt::Key_1 + at));
    connect(button, &QPushButton::clicked, this, [this, at] { Q_EMIT chosen(at); });
    m_list->addWidget(button);
    m_buttons << button;
}

void ProfileChooser::showTrouble(const QString &words)
{
    m_trouble->setText(breakable(words));
    m_trouble->show();
}

} // namespace okoshko
