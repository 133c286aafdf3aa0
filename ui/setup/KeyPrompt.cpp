// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/KeyPrompt.h"

#include "ui/keys/KeyDispatcher.h"
#include "ui/text/SetupText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/InputField.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/WaitLine.h"
#include "ui/widgets/WrapLayout.h"

#include "models/setup/ApiKey.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko {

KeyPrompt::KeyPrompt(const QString &counter, const QString &server, QWidget *parent)
    : QDialog(parent)
    , m_counter(counter)
    , m_server(server)
    , m_title(makeLabel(this, Theme::Type::Title, Tone::Plain, QFont::Bold))
    , m_whose(makeLabel(this, Theme::Type::Text, Tone::Muted))
    , m_notice(new Notice(this))
    , m_key(new InputField(u"keyEdit"_s, this))
    , m_keep(new QCheckBox(this))
    , m_wait(new WaitLine(this))
    , m_leave(new ActionButton(ActionButton::Weight::Normal, this))
    , m_other(new ActionButton(ActionButton::Weight::Normal, this))
    , m_askStore(new ActionButton(ActionButton::Weight::Normal, this))
    , m_use(new ActionButton(ActionButton::Weight::Primary, this))
{
    setObjectName(u"keyPrompt"_s);
    m_notice->setObjectName(u"keyNotice"_s);
    m_whose->setWordWrap(true);
    m_key->edit().setEchoMode(QLineEdit::Password);
    m_key->edit().setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText |
                                      Qt::ImhLatinOnly);
    m_keep->setObjectName(u"keepBox"_s);
    m_keep->setChecked(true);
    m_leave->setObjectName(u"leaveButton"_s);
    m_leave->setKey(Qt::Key_Escape);
    m_other->setObjectName(u"otherProfileButton"_s);
    m_askStore->setObjectName(u"askStoreButton"_s);
    m_use->setObjectName(u"useKeyButton"_s);
    m_use->setKey(Qt::Key_Return);
    layOut();
    connect(m_leave, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_other, &QPushButton::clicked, this, &KeyPrompt::otherProfileRequested);
    connect(m_askStore, &QPushButton::clicked, this, &KeyPrompt::storeRequested);
    connect(m_use, &QPushButton::clicked, this, &KeyPrompt::use);
    connect(m_wait, &WaitLine::left, this, &KeyPrompt::waitLeft);
    connect(&m_key->edit(), &QLineEdit::textChanged, this, [this] {
        const auto key = parseKey(m_key->text());
        const bool isForeign = !key && key.error().kind == KeyFault::Kind::LookAlikes;
        m_key->setReason(isForeign ? SetupText::of(key.error()) : QString());
    });
    new KeyDispatcher(*this);
    KeyDispatcher::keepScans(m_key->edit());
    setWindowTitle(tr("Okoshko — key"));
    m_title->setText(tr("The key of this counter"));
    m_whose->setText(m_counter.isEmpty() ? m_server : m_counter + u" · "_s + m_server);
    m_key->setWords(tr("API &key"), tr("Paste it from your Ticketscloud account. It is not shown."));
    m_keep->setText(tr("Keep it in this computer's pa&ssword store"));
    m_leave->setText(tr("Leave"));
    m_other->setText(tr("&Another profile…"));
    m_askStore->setText(tr("Ask the sto&re again"));
    m_use->setText(tr("&Use this key"));
    showReason();
}

void KeyPrompt::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::space(6), Theme::space(5), Theme::space(6), Theme::space(4));
    column->setSpacing(Theme::space(3));
    auto *head = new QVBoxLayout;
    head->setSpacing(Theme::space(1) / 2);
    head->addWidget(m_title);
    head->addWidget(m_whose);
    column->addLayout(head);
    column->addWidget(m_notice);
    column->addWidget(m_key);
    column->addWidget(m_keep);
    column->addWidget(m_wait);
    column->addStretch();
    auto *row = new WrapLayout;
    row->setSpacing(Theme::space(2));
    row->addWidget(m_leave);
    row->addWidget(m_other);
    row->addStretch();
    row->addWidget(m_askStore);
    row->addWidget(m_use);
    column->addLayout(row);
    m_key->setMinimumWidth(Theme::space(110));
}

void KeyPrompt::setBusy(Busy busy)
{
    const bool isFree = busy == Busy::No;
    m_key->setEnabled(isFree);
    m_keep->setEnabled(isFree);
    m_askStore->setEnabled(isFree);
    m_use->setWorking(isFree ? ActionButton::Working::No : ActionButton::Working::Yes);
}

void KeyPrompt::ask(Reason reason)
{
    m_reason = reason;
    m_failure.reset();
    m_waits.reset();
    m_wait->stop();
    setBusy(Busy::No);
    showReason();
    m_key->edit().setFocus();
}

void KeyPrompt::wait(Wait what)
{
    m_waits = what;
    setBusy(Busy::Yes);
    m_wait->start(what == Wait::ForStore ? tr("Reading the key from this computer's password store…")
                                         : tr("Asking the server about the key…"),
                  what == Wait::ForStore ? tr("&Type it in instead") : tr("Sto&p"),
                  what == Wait::ForStore ? QString() : tr("The server is slow: it may take a minute."));
    showReason();
}

void KeyPrompt::showFailure(const ConnectionFailure &failure)
{
    ask(m_reason);
    m_failure = failure;
    showReason();
}

void KeyPrompt::use()
{
    if (m_waits)
        return;
    const auto key = parseKey(m_key->text());
    m_key->setReason(key ? QString() : SetupText::of(key.error()));
    m_key->edit().setFocus();
    if (!key)
        return;
    const bool isKept = m_keep->isVisible() && m_keep->isChecked();
    Q_EMIT keyGiven(*key, isKept ? Keep::InStore : Keep::InMemory);
}

Message KeyPrompt::message() const
{
    if (m_failure) {
        return SetupText::of(*m_failure);
    }
    switch (m_reason) {
    case Reason::NotKept:
        return {tr("This computer's password store holds no key of this counter."),
                tr("Paste it below; once is enough.")};
    case Reason::Locked:
        return {tr("This computer's password store is locked."),
                tr("Unlock it and ask again, or paste the key below.")};
    case Reason::NoStore:
        return {tr("This computer has no password store."),
                tr("The key stays in memory until Okoshko is closed, and is "
                   "asked for at each start. It is written nowhere.")};
    case Reason::Denied:
        return {tr("This computer's password store does not let Okoshko in."),
                tr("Allow it there and ask again, or paste the key below.")};
    case Reason::StoreFailed:
        return {tr("This computer's password store does not work."),
                tr("Ask it again, or paste the key below; it then stays in memory until Okoshko is closed.")};
    case Reason::Refused:
        return {tr("The server does not accept the key that was used."),
                tr("Paste the new one below. Orders and journal stay as they are.")};
    case Reason::Foreign:
        return {
            tr("This key belongs to another partner."),
            tr("This counter's orders are its own partner's, so it cannot sell with it. Paste the right key, or set up "
               "another profile for that partner.")};
    }
    Q_UNREACHABLE();
}

void KeyPrompt::showReason()
{
    const bool isHard = m_failure || m_reason == Reason::Foreign;
    const bool waitsForStore = m_waits == Wait::ForStore;
    const Message message = this->message();
    if (waitsForStore)
        m_notice->clear();
    else
        m_notice->showMessage(isHard ? Notice::Kind::Failure : Notice::Kind::Info, message);
    m_keep->setVisible(m_reason != Reason::NoStore && m_reason != Reason::StoreFailed);
    m_askStore->setVisible(m_reason == Reason::Locked || m_reason == Reason::Denied || m_reason == Reason::StoreFailed);
    fit();
}

void KeyPrompt::fit()
{
    // The height of wrapping text depends on the width; a window by itself does not respect that.
    const QSize least = layout()->totalMinimumSize();
    const int width = std::max(this->width(), least.width());
    const int height = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width) : least.height();
    setMinimumSize(least.width(), height);
    resize(width, std::max(height, isVisible() ? this->height() : 0));
}

} // namespace okoshko
