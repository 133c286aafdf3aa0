// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/ConnectionForm.h"

#include "ui/text/SetupText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/InputField.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/WaitLine.h"
#include "ui/widgets/WrapLayout.h"

#include "models/domain/Text.h"
#include "models/setup/ApiKey.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace okoshko {

ConnectionForm::ConnectionForm(Key key, const QList<KnownServer> &servers, const Format &format, QWidget *parent)
    : QWidget(parent)
    , m_key(key)
    , m_servers(servers)
    , m_format(format)
    , m_serverWords(makeLabel(this, Theme::Type::Text, Tone::Plain, QFont::Medium))
    , m_places(new QButtonGroup(this))
    , m_own(new ActionButton(ActionButton::Weight::Chip, this))
    , m_address(new InputField(u"addressEdit"_s, this))
    , m_isTestServer(new QCheckBox(this))
    , m_keyField(new InputField(u"keyEdit"_s, this))
    , m_name(new InputField(u"counterNameEdit"_s, this))
    , m_test(new ActionButton(ActionButton::Weight::Normal, this))
    , m_wait(new WaitLine(this))
    , m_notice(new Notice(this))
{
    m_keyField->edit().setEchoMode(QLineEdit::Password);
    m_keyField->edit().setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText |
                                           Qt::ImhLatinOnly);
    m_name->edit().setMaxLength(60);
    m_test->setObjectName(u"testButton"_s);
    m_notice->setObjectName(u"connectionNotice"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space(3));
    column->addWidget(makeServer());
    column->addWidget(m_keyField);
    column->addWidget(m_name);
    auto *row = new QHBoxLayout;
    row->setSpacing(Theme::space(3));
    row->addWidget(m_test);
    row->addWidget(m_wait, 1);
    row->addStretch();
    column->addLayout(row);
    column->addWidget(m_notice);

    connect(&m_address->edit(), &QLineEdit::editingFinished, this, &ConnectionForm::checkAddress);
    connect(&m_keyField->edit(), &QLineEdit::editingFinished, this, &ConnectionForm::checkKey);
    for (const InputField *field : {m_address, m_keyField, m_name})
        connect(&field->edit(), &QLineEdit::textChanged, this, &ConnectionForm::onEdited);
    connect(m_isTestServer, &QCheckBox::toggled, this, &ConnectionForm::changed);
    connect(m_test, &QPushButton::clicked, this, &ConnectionForm::test);
    connect(m_wait, &WaitLine::left, this, [this] {
        leaveTest();
        m_test->setFocus();
    });
    choose(0);
    m_serverWords->setText(tr("Server"));
    for (qsizetype i = 0; i < m_chips.size(); ++i) {
        const KnownServer &server = m_servers.at(i);
        m_chips.at(i)->setText(server.environment == Environment::Live ? server.url.authority()
                                                                       : tr("Stagin&g, for trying out"));
    }
    m_own->setText(tr("Another &address"));
    m_address->setWords({}, {});
    m_address->edit().setAccessibleName(tr("Address of the server"));
    m_isTestServer->setText(tr("This is a trial ser&ver: mark it as staging"));
    m_keyField->setWords(tr("API &key"), m_key == Key::Needed
                                             ? tr("Paste it from your Ticketscloud account. It is not shown.")
                                             : tr("Leave it empty to go on with the key that is there."));
    m_name->setWords(tr("&Name of this counter"), {});
    m_name->edit().setPlaceholderText(tr("Box office 1"));
    m_test->setText(tr("Test &connection"));
}

QWidget *ConnectionForm::makeServer()
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space(1));
    column->addWidget(m_serverWords);
    // Live servers have their own row: in one row with the others they are wider than a small window with large text.
    auto *live = new WrapLayout;
    auto *further = new WrapLayout;
    for (const KnownServer &server : std::as_const(m_servers)) {
        m_chips << new ActionButton(ActionButton::Weight::Chip, box);
        m_chips.last()->setObjectName(u"serverChip-"_s + server.url.authority());
        m_places->addButton(m_chips.last(), static_cast<int>(m_chips.size() - 1));
        (server.environment == Environment::Live ? live : further)->addWidget(m_chips.last());
    }
    m_own->setObjectName(u"ownChip"_s);
    m_places->addButton(m_own, static_cast<int>(m_chips.size()));
    further->addWidget(m_own);
    for (WrapLayout *row : {live, further}) {
        row->setSpacing(Theme::space(2));
        row->addStretch();
        column->addLayout(row);
    }
    column->addWidget(m_address);
    column->addWidget(m_isTestServer);
    m_isTestServer->setObjectName(u"testServerBox"_s);
    connect(m_places, &QButtonGroup::idClicked, this, &ConnectionForm::choose);
    return box;
}

bool ConnectionForm::isOwn() const
{
    return m_own->isChecked();
}

void ConnectionForm::chooseServer(const QUrl &server)
{
    const auto known = std::find_if(m_servers.cbegin(), m_servers.cend(),
                                    [&server](const KnownServer &each) { return each.url == server; });
    choose(known - m_servers.cbegin());
}

void ConnectionForm::choose(qsizetype place)
{
    m_places->button(static_cast<int>(place))->setChecked(true);
    refreshAddress();
    const bool isOwn = this->isOwn();
    if (!isOwn)
        m_address->edit().setText(m_servers.at(place).url.toString());
    else if (m_address->edit().isVisible())
        m_address->edit().selectAll();
    m_address->setReason({});
    if (isOwn)
        m_address->edit().setFocus();
    Q_EMIT changed();
}

void ConnectionForm::refreshAddress()
{
    m_address->edit().setReadOnly(!isOwn());
    m_address->edit().setFocusPolicy(isOwn() ? Qt::StrongFocus : Qt::ClickFocus);
    m_isTestServer->setVisible(isOwn());
}

void ConnectionForm::setValues(const ConnectionValues &values)
{
    const bool isHomeKnown = m_servers.contains(KnownServer{m_savedServer, Environment::Live});
    const QUrl &usual = isHomeKnown ? m_savedServer : m_servers.first().url;
    chooseServer(values.server.isEmpty() ? usual : values.server);
    if (!values.server.isEmpty())
        m_address->edit().setText(values.server.toString());
    m_isTestServer->setChecked(values.environment == Environment::Staging);
    m_name->edit().setText(values.counterName);
    m_keyField->edit().clear();
}

void ConnectionForm::setSavedServer(const QUrl &server, ServerChange change)
{
    m_savedServer = server;
    m_serverChange = change;
}

QString ConnectionForm::address() const
{
    return typedText(m_address->text());
}

Environment ConnectionForm::environment() const
{
    if (isOwn())
        return m_isTestServer->isChecked() ? Environment::Staging : Environment::Live;
    return m_servers.at(m_places->checkedId()).environment;
}

QString ConnectionForm::counterName() const
{
    return typedText(m_name->text());
}

QByteArray ConnectionForm::key() const
{
    return parseKey(m_keyField->text()).value_or(QByteArray());
}

void ConnectionForm::showErrors(const QString &nameReason)
{
    checkAddress();
    checkKey();
    m_name->setReason(nameReason);
}

bool ConnectionForm::isKeyWrong() const
{
    return m_keyField->isWrong();
}

bool ConnectionForm::isAddressWrong() const
{
    return m_address->isWrong();
}

void ConnectionForm::onEdited()
{
    leaveTest();
    m_outcome.reset();
    m_notice->clear();
    // An incomplete address is not marked while it is first typed; a foreign letter is.
    if (m_address->isWrong())
        checkAddress();
    const auto key = parseKey(m_keyField->text());
    if (m_keyField->isWrong() || (!key && key.error().kind == KeyFault::Kind::LookAlikes))
        checkKey();
    if (m_name->isWrong())
        checkName();
    Q_EMIT changed();
}

void ConnectionForm::checkAddress()
{
    const auto address = parseServerAddress(m_address->text());
    if (!address)
        m_address->setReason(SetupText::of(address.error()));
    else if (m_serverChange == ServerChange::Refused && *address != m_savedServer)
        m_address->setReason(tr("This profile has sales of %1. For another server make a new one: ☰ → Profiles.")
                                 .arg(m_savedServer.authority()));
    else
        m_address->setReason({});
}

void ConnectionForm::checkKey()
{
    const auto key = parseKey(m_keyField->text());
    const bool isEmpty = typedText(m_keyField->text()).isEmpty();
    const bool isElsewhere = parseServerAddress(m_address->text()) != m_savedServer;
    if (key || (m_key == Key::MayStay && isEmpty && !isElsewhere))
        m_keyField->setReason({});
    else if (m_key == Key::MayStay && isEmpty)
        m_keyField->setReason(tr("Paste the key for this server: the one that is there belongs to another."));
    else
        m_keyField->setReason(SetupText::of(key.error()));
}

void ConnectionForm::checkName()
{
    m_name->setReason(counterName().isEmpty() ? tr("A name is needed: it tells this counter from others.") : QString());
}

std::optional<ConnectionValues> ConnectionForm::take()
{
    checkAddress();
    checkKey();
    checkName();
    for (const InputField *field : {m_address, m_keyField, m_name}) {
        if (field->isWrong()) {
            field->edit().setFocus();
            return std::nullopt;
        }
    }
    ConnectionValues values;
    values.server = parseServerAddress(m_address->text()).value_or(QUrl());
    values.environment = environment();
    values.key = key();
    values.counterName = counterName();
    return values;
}

void ConnectionForm::test()
{
    const auto values = take();
    if (!values)
        return;
    m_outcome.reset();
    m_notice->clear();
    showTesting();
    Q_EMIT changed();
    Q_EMIT testRequested(*values);
}

void ConnectionForm::showTesting()
{
    m_test->setWorking(ActionButton::Working::Yes);
    m_wait->start(tr("Asking the server…"), tr("Sto&p"), tr("The server is slow: it may take a minute."));
    m_focusInTest = window()->focusWidget(); // no longer the button
}

ConnectionForm::Kept ConnectionForm::kept() const
{
    return {m_places->checkedId(), m_address->isWrong(), m_keyField->isWrong(),
            m_name->isWrong(),     m_wait->isRunning(),  m_outcome};
}

void ConnectionForm::showAgain(const Kept &kept)
{
    m_places->button(kept.place)->setChecked(true);
    refreshAddress();
    if (kept.isAddressWrong)
        checkAddress();
    if (kept.isKeyWrong)
        checkKey();
    if (kept.isNameWrong)
        checkName();
    if (kept.isTesting)
        showTesting();
    m_outcome = kept.outcome;
    refreshNotice();
    Q_EMIT changed();
}

void ConnectionForm::leaveTest()
{
    if (!m_wait->isRunning())
        return;
    m_wait->stop();
    m_test->setWorking(ActionButton::Working::No);
    Q_EMIT testLeft();
}

void ConnectionForm::showOutcome(const ConnectionTestResult &outcome)
{
    m_wait->stop();
    m_test->setWorking(ActionButton::Working::No);
    m_outcome = outcome;
    refreshNotice();
    Q_EMIT changed();
    if (window()->focusWidget() == m_focusInTest) // else the person has moved it
        focusAfterTest();
}

void ConnectionForm::focusAfterTest()
{
    using Kind = ConnectionFailure::Kind;
    const auto &result = m_outcome->result;
    const bool isKeyRefused =
        !result && (result.error().kind == Kind::KeyUnknown || result.error().kind == Kind::KeyForbidden);
    if (isKeyRefused) {
        m_keyField->edit().setFocus();
        m_keyField->edit().selectAll();
    } else if (!qobject_cast<const QLineEdit *>(m_focusInTest)) {
        m_test->setFocus();
    }
}

void ConnectionForm::refreshNotice()
{
    if (!m_outcome)
        return;
    const Message message = SetupText::of(*m_outcome, m_format);
    m_notice->showMessage(m_outcome->result ? Notice::Kind::Success : Notice::Kind::Failure, message);
    const QUrl proposal = m_outcome->proposal;
    if (proposal.isEmpty() || (m_serverChange == ServerChange::Refused && proposal != m_savedServer))
        return;
    connect(m_notice->addButton(tr("&Use %1").arg(proposal.authority()), u"useProposalButton"_s), &QPushButton::clicked,
            this, [this, proposal] {
                chooseServer(proposal);
                m_test->setFocus(); // the focus moves to the key only when the person presses this
            });
}

void ConnectionForm::setTestKey(Qt::Key key)
{
    m_test->setKey(key);
}

void ConnectionForm::focusFirst()
{
    m_keyField->edit().setFocus();
}

} // namespace okoshko
