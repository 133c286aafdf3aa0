// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/TourPrinters.h"

using namespace Qt::StringLiterals;

namespace okoshko {

TourPrinters::TourPrinters()
{
    if (!isRunning())
        return;
    m_cups.addQueue(sheets(), sandbox::PrivateCups::Paper::A4Only);
    m_cups.addQueue(roll());
    qputenv("CUPS_SERVER", m_cups.server().toLocal8Bit());
}

TourPrinters::~TourPrinters()
{
    qunsetenv("CUPS_SERVER");
}

void TourPrinters::setSheets(Behaviour behaviour)
{
    const QString prints = m_cups.writing(sheets());
    const QString waits = m_cups.waiting(sheets());
    switch (behaviour) {
    case Behaviour::Prints:
        return m_cups.setPrinter(sheets(), u"echo 'STATE: -media-empty-error' >&2; "_s + prints);
    case Behaviour::Waits:
        return m_cups.setPrinter(sheets(), waits + u"; "_s + prints);
    case Behaviour::IsOutOfPaper:
        return m_cups.setPrinter(sheets(), u"echo 'STATE: +media-empty-error' >&2; "_s + waits);
    }
    Q_UNREACHABLE();
}

bool TourPrinters::hasJob(const QUuid &job) const
{
    constexpr int title = 2; // among the arguments: the job's name
    return m_cups.arguments(sheets()).value(title) == job.toString(QUuid::WithoutBraces);
}

void TourPrinters::letGo()
{
    m_cups.goOn(sheets());
}

} // namespace okoshko
