// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/soak/VendorProcess.h"

#include "tests/faults/fixture/Await.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <csignal>
#include <sys/prctl.h>

using namespace Qt::StringLiterals;

namespace okoshko::test {

namespace {

constexpr int neverSoldOut = 100'000;

/// The demo catalogue, with as many tickets as it takes.
QByteArray largeCatalogue()
{
    QFile demo(QStringLiteral(OKOSHKO_CATALOGUE));
    if (!demo.open(QIODevice::ReadOnly))
        qFatal("the demo catalogue cannot be read");
    QJsonObject root = QJsonDocument::fromJson(demo.readAll()).object();
    QJsonArray events = root[u"events"].toArray();
    for (QJsonValueRef event : events) {
        QJsonObject told = event.toObject();
        QJsonArray sets = told[u"sets"].toArray();
        for (QJsonValueRef set : sets) {
            QJsonObject part = set.toObject();
            if (part.contains(u"amount") && !part.contains(u"vacant"))
                part[u"amount"] = neverSoldOut;
            set = part;
        }
        told[u"sets"] = sets;
        event = told;
    }
    root[u"events"] = events;
    return QJsonDocument(root).toJson();
}

} // namespace

VendorProcess::VendorProcess(const QStringList &options)
{
    QFile catalogue(m_folder.filePath(u"catalogue.json"_s));
    if (!catalogue.open(QIODevice::WriteOnly) || catalogue.write(largeCatalogue()) < 0)
        qFatal("the catalogue cannot be written");
    catalogue.close();
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); }); // it does not outlive the test
    m_process.start(QStringLiteral(OKOSHKO_SANDBOX),
                    QStringList{u"--key"_s, QString::fromLatin1(key()), u"--catalogue"_s, catalogue.fileName()} +
                        options);
    if (await([this] { return m_process.canReadLine(); }) == Came::No)
        qFatal("the sandbox does not start");
    m_url = QUrl(QString::fromUtf8(m_process.readLine().trimmed()));
}

VendorProcess::~VendorProcess()
{
    m_process.kill();
    m_process.waitForFinished();
}

} // namespace okoshko::test
