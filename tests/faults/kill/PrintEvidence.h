// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace okoshko::test {

/// What is known of printing at one moment: by the vendor, by the print service's own files and commands, by what its
/// printers got, and by the journal, read here by SQL. Shares no code with the program.
struct PrintEvidence
{
    struct Order ///< paid
    {
        QString id;
        QHash<QString, QString> barcodes; ///< by ticket
    };
    struct Paper ///< a document that a printer wrote to its end
    {
        QString queue;
        int number = 0; ///< of the job at the print service
        QString name;   ///< of the job
        QString text;
    };
    struct QueueJob ///< at the print service, whatever became of it
    {
        int number = 0;
        QString name;
    };
    struct Job ///< in the journal
    {
        QString id;
        QString kind;
        QString order;
        QStringList copies; ///< ticket:duplicate
        QString state;
        QString trouble;
        bool isSettled = false;

        [[nodiscard]] bool isOpen() const { return state != u"done" && state != u"given_up"; }
    };

    QList<Order> orders;
    QList<Paper> papers;
    QList<QueueJob> atQueues;
    QStringList openAtQueues;
    QList<Job> jobs;
    QHash<QString, int> rows; ///< of the journal's record, each saying that tickets were printed, by order
    QStringList documents;    ///< files in the program's folder of documents
    bool mayRepeat = false;   ///< the print service died: it prints anew what was being printed
};

/// The jobs that are open at the print service, each as a line of lpstat, which begins with its queue and number.
[[nodiscard]] QStringList openJobs(const QString &server);

/// What files and commands tell, but for papers: the journal's file \a journal, the program's folder \a documents, and
/// the folder of the print service, which listens at \a server in it. Nothing while the journal has no table of jobs.
[[nodiscard]] std::optional<PrintEvidence> gather(const QString &journal, const QString &documents,
                                                  const QString &server);
/// The documents in the printers' \a tray, with their texts.
void readPapers(PrintEvidence &evidence, const QString &tray);

/// What the program has not come to terms with yet: jobs at the queues, and in the journal without an end, which a
/// question to the cashier is where the print service cannot tell more.
[[nodiscard]] QStringList unfinished(const PrintEvidence &evidence);

/// Where it is not so that each paid order's tickets are on paper exactly once, or asked about, or not printed at all;
/// with nothing on paper or at a queue that is not in the journal, nobody having asked for a second paper.
[[nodiscard]] QStringList faultsOf(const PrintEvidence &evidence);

} // namespace okoshko::test
