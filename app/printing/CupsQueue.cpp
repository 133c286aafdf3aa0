// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/printing/CupsQueue.h"

#include <QFile>
#include <QLoggingCategory>
#include <QStringList>

#include <cups/cups.h>
#include <cups/pwg.h>

#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <utility>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

Q_LOGGING_CATEGORY(printingLog, "okoshko.printing")

// No personal data: the owner of all our jobs. The queue shows the names of jobs, and lets cancel them, to their owner.
constexpr char jobOwner[] = "okoshko";
constexpr double sizeTolerance = 0.5; ///< mm; pages are rounded to whole points

struct HttpCloser
{
    void operator()(http_t *http) const { httpClose(http); }
};
struct IppDeleter
{
    void operator()(ipp_t *ipp) const { ippDelete(ipp); }
};
using Http = std::unique_ptr<http_t, HttpCloser>;
using Ipp = std::unique_ptr<ipp_t, IppDeleter>;

QString toText(const char *words)
{
    return words ? QString::fromUtf8(words) : QString();
}

/// The error of a refusal with \a status.
PrintError refusal(ipp_status_t status, const QString &words)
{
    PrintError error{PrintTrouble::Other, words, toText(ippErrorString(status))};
    switch (status) {
    case IPP_STATUS_ERROR_NOT_FOUND:
        error.trouble = PrintTrouble::NoSuchQueue;
        break;
    case IPP_STATUS_ERROR_NOT_ACCEPTING_JOBS:
        error.trouble = PrintTrouble::Rejecting;
        break;
    case IPP_STATUS_ERROR_SERVICE_UNAVAILABLE: // of libcups: the connection was lost, and there is no new one
        error.trouble = PrintTrouble::NoPrintService;
        break;
    case IPP_STATUS_ERROR_PRINTER_IS_DEACTIVATED:
        error.trouble = PrintTrouble::Stopped;
        break;
    default: // the codes of a library, which may get more
        break;
    }
    return error;
}

/// The error of \a error's call where no answer means that nothing has happened.
PrintError harmless(PrintError error)
{
    if (error.trouble == PrintTrouble::Lost)
        error.trouble = PrintTrouble::NoPrintService;
    return error;
}

/// All values of \a name in the current group of attributes, as texts.
QStringList textsOf(ipp_attribute_t *attribute)
{
    QStringList texts;
    for (int i = 0; attribute && i < ippGetCount(attribute); ++i)
        texts << toText(ippGetString(attribute, i, nullptr));
    return texts;
}

QStringList textsOf(ipp_t *response, const char *name)
{
    return textsOf(ippFindAttribute(response, name, IPP_TAG_ZERO));
}

/// Calls \a take with each attribute of each group of the kind \a tag, and with the number of the group.
template <class Take>
void forEachAttribute(ipp_t *response, ipp_tag_t tag, Take take)
{
    int group = -1;
    bool isInside = false;
    for (ipp_attribute_t *at = ippFirstAttribute(response); at; at = ippNextAttribute(response)) {
        const bool isOurs = ippGetGroupTag(at) == tag && ippGetName(at); // without a name: between two groups
        if (isOurs && !isInside)
            ++group;
        isInside = isOurs;
        if (isOurs)
            take(group, QLatin1StringView(ippGetName(at)), at);
    }
}

PrintTrouble troubleOf(const QString &reason)
{
    // Without a suffix it is an error (RFC 8011, 5.4.12). Backends report a printer that is off as a report.
    static const std::array known{
        std::pair{"media-empty"_L1, PrintTrouble::PaperOut},     std::pair{"media-needed"_L1, PrintTrouble::PaperOut},
        std::pair{"cover-open"_L1, PrintTrouble::CoverOpen},     std::pair{"door-open"_L1, PrintTrouble::CoverOpen},
        std::pair{"interlock-open"_L1, PrintTrouble::CoverOpen}, std::pair{"offline"_L1, PrintTrouble::Offline},
        std::pair{"shutdown"_L1, PrintTrouble::Offline},         std::pair{"timed-out"_L1, PrintTrouble::Offline}};
    const bool isReport = reason.endsWith("-report"_L1);
    if (reason.endsWith("-warning"_L1) || (isReport && !reason.startsWith("offline"_L1)))
        return PrintTrouble::None;
    const auto it = std::ranges::find_if(known, [&](const auto &pair) { return reason.startsWith(pair.first); });
    if (it != known.end())
        return it->second;
    return reason.endsWith("-error"_L1) ? PrintTrouble::Other : PrintTrouble::None;
}

/// The error of the last request, which ended with \a status and without a response.
PrintError failure(const Http &http, http_status_t status)
{
    if (status >= HTTP_STATUS_BAD_REQUEST)
        return refusal(cupsLastError(), toText(cupsLastErrorString()));
    return {PrintTrouble::Lost, {}, u"no answer: "_s + qt_error_string(httpError(http.get()))};
}

/// What the print service reports of a queue.
struct QueueState
{
    ipp_pstate_t state = IPP_PSTATE_IDLE;
    QStringList reasons;
    QString message;
};

/// What it reports of a job.
struct RawJob
{
    int number = 0;
    QString name;
    ipp_jstate_t state = IPP_JSTATE_PENDING;
    QStringList reasons;
    QString message;
    int documents = 0;  ///< whose files the print service has still: it may remove them when the job ends
    int kilobytes = -1; ///< of all documents that came, rounded up, for as long as the job is known; -1: not told

    /// Every job that was completed had one: the print service aborts those without. What is not told counts as one.
    [[nodiscard]] bool hadDocument() const { return documents > 0 || kilobytes != 0 || state == IPP_JSTATE_COMPLETED; }
};

void explain(const QueueState &queue, QueueJob &job)
{
    for (const QString &reason : queue.reasons) {
        const PrintTrouble trouble = troubleOf(reason);
        if (trouble != PrintTrouble::None && (job.trouble == PrintTrouble::None || job.trouble == PrintTrouble::Other))
            job.trouble = trouble;
    }
    // Whatever has stopped it, it does not go on by itself; its reasons may be old.
    if (queue.state == IPP_PSTATE_STOPPED)
        job.trouble = PrintTrouble::Stopped;
    if (job.trouble == PrintTrouble::None)
        return;
    job.words = queue.message;
    if (job.words.isEmpty() && job.trouble == PrintTrouble::Other)
        job.words = queue.reasons.join(u", "_s);
}

QueueJob toQueueJob(const RawJob &raw, const QueueState &queue)
{
    QueueJob job;
    job.number = raw.number;
    job.document = raw.hadDocument() ? QueueJob::Document::Received : QueueJob::Document::Missing;
    switch (raw.state) {
    case IPP_JSTATE_PENDING:
        job.state = QueueJob::State::Queued;
        explain(queue, job);
        return job;
    case IPP_JSTATE_PROCESSING:
    case IPP_JSTATE_STOPPED:
        job.state = QueueJob::State::Printing;
        explain(queue, job);
        if (job.trouble == PrintTrouble::None && raw.state == IPP_JSTATE_STOPPED)
            job.trouble = PrintTrouble::Stopped;
        break;
    case IPP_JSTATE_HELD:
        job.state = QueueJob::State::Held;
        if (raw.reasons.contains(u"resources-are-not-ready"_s))
            job.trouble = PrintTrouble::BackendFailed;
        else if (job.document == QueueJob::Document::Received)
            job.trouble = PrintTrouble::Other;
        break;
    case IPP_JSTATE_CANCELED:
        job.state = QueueJob::State::Canceled;
        job.trouble = PrintTrouble::Canceled;
        break;
    case IPP_JSTATE_ABORTED:
        job.state = QueueJob::State::Canceled;
        job.trouble = PrintTrouble::BackendFailed;
        break;
    case IPP_JSTATE_COMPLETED:
        job.state = QueueJob::State::Done;
        return job;
    }
    if (job.trouble != PrintTrouble::None && job.words.isEmpty())
        job.words = raw.message;
    const bool isUnexplained = job.trouble == PrintTrouble::Other || raw.state == IPP_JSTATE_ABORTED;
    if (isUnexplained && job.words.isEmpty())
        job.words = raw.reasons.join(u", "_s);
    return job;
}

/// Rounded up: the print service counts hundredths of a millimetre, and whole points of them.
QString millimetres(double points)
{
    return QString::number(std::ceil(points * 2540 / 72) / 100, 'f', 2);
}

/// A queue as cupsGetDests() would give it, which also looks for printers in the network. Its address is that of the
/// connection: libcups would ask the printer itself otherwise.
class Destination
{
public:
    Destination(const Http &http, const QString &queue)
        : m_http(http)
    {
        std::array<char, HTTP_MAX_HOST> host{};
        std::array<char, HTTP_MAX_URI> uri{};
        httpGetHostname(http.get(), host.data(), int(host.size()));
        httpAssembleURIf(HTTP_URI_CODING_ALL, uri.data(), int(uri.size()), "ipp", nullptr,
                         host.front() == '/' ? "localhost" : host.data(), httpAddrPort(httpGetAddress(http.get())),
                         "/printers/%s", queue.toUtf8().constData());
        m_count = cupsAddDest(queue.toUtf8().constData(), nullptr, 0, &m_destination);
        m_destination->num_options =
            cupsAddOption("printer-uri-supported", uri.data(), m_destination->num_options, &m_destination->options);
        m_info = cupsCopyDestInfo(http.get(), m_destination);
    }
    ~Destination()
    {
        cupsFreeDestInfo(m_info);
        cupsFreeDests(m_count, m_destination);
    }
    Q_DISABLE_COPY_MOVE(Destination)

    [[nodiscard]] bool isKnown() const { return m_info; }
    [[nodiscard]] bool supports(const char *option, const QByteArray &value) const
    {
        return cupsCheckDestSupported(m_http.get(), m_destination, m_info, option, value.constData()) != 0;
    }

private:
    const Http &m_http;
    cups_dest_t *m_destination = nullptr;
    int m_count = 0;
    cups_dinfo_t *m_info = nullptr;
};

struct Option
{
    QByteArray name;
    QByteArray value;
};

void encode(const Ipp &request, const QList<Option> &options)
{
    cups_option_t *all = nullptr;
    int count = 0;
    for (const Option &option : options)
        count = cupsAddOption(option.name.constData(), option.value.constData(), count, &all);
    cupsEncodeOptions2(request.get(), count, all, IPP_TAG_JOB);
    cupsFreeOptions(count, all);
}

/// The names of a page of \a size mm for the attribute `media`, first choice first: what the queue is asked for, and
/// what the job says.
struct MediaName
{
    QByteArray asked;
    QByteArray used;
};

QList<MediaName> mediaNames(QSizeF size)
{
    QList<MediaName> names;
    const pwg_media_t *media = pwgMediaForSize(qRound(size.width() * 100), qRound(size.height() * 100));
    if (media && !QByteArrayView(media->pwg).startsWith("custom_"))
        names << MediaName{media->pwg, media->pwg};
    const int width = qRound(size.width() * 72 / 25.4);
    const int height = qRound(size.height() * 72 / 25.4);
    const QString extent = u"%1x%2mm"_s.arg(millimetres(width), millimetres(height));
    names << MediaName{u"custom_%1_%1"_s.arg(extent).toLatin1(), u"Custom.%1"_s.arg(extent).toLatin1()};
    return names;
}

} // namespace

/// The thread of a queue, and its connection. Owned by that thread and by the CupsQueue.
class CupsQueue::Worker
{
public:
    using Job = std::function<void(Worker &)>;

    Worker(QString server, Timeouts timeouts)
        : m_server(std::move(server))
        , m_timeouts(timeouts)
    {
    }

    // Of the main thread.

    void post(Job job)
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
        m_changed.notify_all();
    }

    /// Drops all jobs, and cuts the connection of the running one.
    void end()
    {
        const std::lock_guard lock(m_mutex);
        if (m_socket >= 0)
            ::shutdown(m_socket, SHUT_RDWR);
        m_jobs.clear();
        m_isEnding = true;
        m_stopConnecting = 1;
        m_changed.notify_all();
    }

    [[nodiscard]] bool waitUntilLeft(std::chrono::steady_clock::time_point till)
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_until(lock, till, [this] { return m_isLeft; });
    }

    // Of the worker's thread.

    void run()
    {
        // libcups keeps these for each thread. Without a callback it asks for a password at the terminal.
        if (!m_server.isEmpty())
            cupsSetServer(m_server.toUtf8().constData());
        cupsSetUser(jobOwner);
        cupsSetPasswordCB2(
            [](const char *, http_t *, const char *, const char *, void *) -> const char * { return nullptr; },
            nullptr);
        while (auto job = next()) {
            (*job)(*this);
            setSocket(-1);
        }
        const std::lock_guard lock(m_mutex);
        m_isLeft = true;
        m_changed.notify_all();
    }

    [[nodiscard]] Printed<QList<QueueInfo>> queues();
    [[nodiscard]] Printed<int> submit(const QUuid &name, const PrinterProfile &profile, const PrintDocument &document);
    [[nodiscard]] Printed<std::optional<QueueJob>> find(const QString &queue, const QUuid &name);
    [[nodiscard]] Printed<void> cancel(const QString &queue, int number);

private:
    struct Target ///< of a request
    {
        QByteArray uri;
        QByteArray resource;
    };

    [[nodiscard]] std::optional<Job> next()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_isEnding || !m_jobs.empty(); });
        if (m_isEnding)
            return std::nullopt;
        Job job = std::move(m_jobs.front());
        m_jobs.pop_front();
        return job;
    }

    [[nodiscard]] static Target targetOf(const QString &queue)
    {
        std::array<char, HTTP_MAX_URI> uri{};
        std::array<char, HTTP_MAX_URI> resource{};
        const QByteArray name = queue.toUtf8();
        httpAssembleURIf(HTTP_URI_CODING_ALL, uri.data(), int(uri.size()), "ipp", nullptr, "localhost", 0,
                         "/printers/%s", name.constData());
        httpAssembleURIf(HTTP_URI_CODING_ALL, resource.data(), int(resource.size()), "http", nullptr, "h", 0,
                         "/printers/%s", name.constData());
        return {uri.data(), QByteArray(resource.data()).mid(int(sizeof("http://h") - 1))};
    }

    /// The socket that end() cuts.
    void setSocket(int socket)
    {
        const std::lock_guard lock(m_mutex);
        if (m_socket >= 0)
            ::close(m_socket);
        m_socket = socket;
        if (m_isEnding && m_socket >= 0)
            ::shutdown(m_socket, SHUT_RDWR);
    }

    [[nodiscard]] Printed<Http> connect();
    [[nodiscard]] static Ipp makeRequest(ipp_op_t operation, const Target &target);
    /// Sends \a request once. An error of PrintTrouble::Lost: it was not answered, and may have been carried out.
    [[nodiscard]] Printed<Ipp> ask(const Http &http, const Ipp &request, const QByteArray &resource,
                                   const QByteArray &document = {});
    /// Of a job: the name of the page, and what else the queue can do; an error if it does not support the page.
    [[nodiscard]] Printed<QList<Option>> optionsOf(const Http &http, const PrinterProfile &profile,
                                                   const PrintDocument &document);
    [[nodiscard]] Printed<QList<RawJob>> jobs(const Http &http, const Target &target, const char *which);
    [[nodiscard]] Printed<QueueState> stateOf(const Http &http, const Target &target);
    [[nodiscard]] Printed<void> cancelJob(const Http &http, const Target &target, int number);

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Job> m_jobs;
    bool m_isEnding = false;
    bool m_isLeft = false;
    int m_socket = -1;        ///< a duplicate: libcups may close its own and connect again
    int m_stopConnecting = 0; ///< read by libcups while it connects
    const QString m_server;
    const Timeouts m_timeouts;
};

Printed<Http> CupsQueue::Worker::connect()
{
    Http http(httpConnect2(cupsServer(), ippPort(), nullptr, AF_UNSPEC, cupsEncryption(), 1,
                           static_cast<int>(m_timeouts.connect.count()), &m_stopConnecting));
    if (!http)
        return tl::unexpected(PrintError{PrintTrouble::NoPrintService, {}, toText(cupsLastErrorString())});
    setSocket(::dup(httpGetFd(http.get())));
    // For each wait of libcups. Not in small steps with a callback that asks for more: ippRead() takes the first step
    // for the end of the response.
    httpSetTimeout(
        http.get(), std::chrono::duration<double>(m_timeouts.answer).count(), [](http_t *, void *) { return 0; },
        nullptr);
    return http;
}

Ipp CupsQueue::Worker::makeRequest(ipp_op_t operation, const Target &target)
{
    Ipp request(ippNewRequest(operation));
    if (!target.uri.isEmpty())
        ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", nullptr, target.uri.constData());
    ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", nullptr, jobOwner);
    return request;
}

Printed<Ipp> CupsQueue::Worker::ask(const Http &http, const Ipp &request, const QByteArray &resource,
                                    const QByteArray &document)
{
    // Not cupsDoRequest(), which may send a request again.
    const auto length = ippLength(request.get()) + static_cast<size_t>(document.size());
    http_status_t status = cupsSendRequest(http.get(), request.get(), resource.constData(), length);
    if (status == HTTP_STATUS_CONTINUE && !document.isEmpty())
        status = cupsWriteRequestData(http.get(), document.constData(), static_cast<size_t>(document.size()));
    Ipp response;
    if (status == HTTP_STATUS_CONTINUE || status == HTTP_STATUS_OK)
        response.reset(cupsGetResponse(http.get(), resource.constData()));
    if (response) {
        const ipp_status_t ippStatus = ippGetStatusCode(response.get());
        if (ippStatus < IPP_STATUS_ERROR_BAD_REQUEST)
            return response;
        const QStringList words = textsOf(response.get(), "status-message");
        return tl::unexpected(refusal(ippStatus, words.value(0)));
    }
    return tl::unexpected(failure(http, std::max(status, httpGetStatus(http.get()))));
}

Printed<QList<QueueInfo>> CupsQueue::Worker::queues()
{
    auto http = connect();
    if (!http)
        return tl::unexpected(http.error());
    QString usual;
    if (const auto answer = ask(*http, makeRequest(IPP_OP_CUPS_GET_DEFAULT, {}), "/"))
        usual = textsOf(answer->get(), "printer-name").value(0);
    const Ipp request = makeRequest(IPP_OP_CUPS_GET_PRINTERS, {});
    const std::array wanted{"printer-name", "printer-info"};
    ippAddStrings(request.get(), IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", int(wanted.size()),
                  nullptr, wanted.data());
    const auto answer = ask(*http, request, "/");
    if (!answer && answer.error().trouble == PrintTrouble::NoSuchQueue) // there are none
        return QList<QueueInfo>();
    if (!answer)
        return tl::unexpected(harmless(answer.error()));
    QList<QueueInfo> queues;
    forEachAttribute(answer->get(), IPP_TAG_PRINTER, [&](int group, QLatin1StringView name, ipp_attribute_t *value) {
        queues.resize(group + 1);
        if (name == "printer-name"_L1)
            queues.last().name = textsOf(value).value(0);
        else if (name == "printer-info"_L1)
            queues.last().description = textsOf(value).value(0);
    });
    for (QueueInfo &queue : queues)
        queue.usual = queue.name == usual ? QueueInfo::Usual::Yes : QueueInfo::Usual::No;
    std::ranges::sort(queues, {}, &QueueInfo::name);
    return queues;
}

Printed<QList<Option>> CupsQueue::Worker::optionsOf(const Http &http, const PrinterProfile &profile,
                                                    const PrintDocument &document)
{
    if (document.page.height() > profile.maxLength + sizeTolerance)
        return tl::unexpected(
            PrintError{PrintTrouble::TooLong, {}, u"%1 mm of %2"_s.arg(document.page.height()).arg(profile.maxLength)});
    if (document.page.width() > profile.width + sizeTolerance)
        return tl::unexpected(PrintError{
            PrintTrouble::SizeUnsupported, {}, u"%1 mm wide of %2"_s.arg(document.page.width()).arg(profile.width)});
    const Destination destination(http, profile.queue);
    if (!destination.isKnown()) {
        const http_status_t heard = httpGetStatus(http.get());
        return tl::unexpected(heard == HTTP_STATUS_OK ? refusal(cupsLastError(), toText(cupsLastErrorString()))
                                                      : harmless(failure(http, heard)));
    }
    const QList<MediaName> names = mediaNames(document.page);
    const auto media = std::ranges::find_if(
        names, [&destination](const MediaName &name) { return destination.supports(CUPS_MEDIA, name.asked); });
    if (media == names.cend())
        return tl::unexpected(
            PrintError{PrintTrouble::SizeUnsupported, {}, QString::fromLatin1(names.constLast().used)});
    QList<Option> options{{CUPS_MEDIA, media->used}};
    if (destination.supports(CUPS_SIDES, CUPS_SIDES_ONE_SIDED))
        options << Option{CUPS_SIDES, CUPS_SIDES_ONE_SIDED};
    if (profile.cutter == PrinterProfile::Cutter::No)
        return options;
    for (const ipp_finishings_t cut :
         {IPP_FINISHINGS_TRIM_AFTER_PAGES, IPP_FINISHINGS_TRIM, IPP_FINISHINGS_TRIM_AFTER_JOB}) {
        if (const auto word = QByteArray::number(cut); destination.supports(CUPS_FINISHINGS, word))
            return options << Option{CUPS_FINISHINGS, word};
    }
    return options;
}

Printed<int> CupsQueue::Worker::submit(const QUuid &name, const PrinterProfile &profile, const PrintDocument &document)
{
    // Read before there is a job, so that no job is left without its document.
    QFile file(document.path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(PrintError{PrintTrouble::NotDrawn, {}, file.errorString()});
    const QByteArray bytes = file.readAll();
    if (bytes.isEmpty())
        return tl::unexpected(PrintError{PrintTrouble::NotDrawn, {}, u"empty file "_s + file.errorString()});
    auto http = connect();
    if (!http)
        return tl::unexpected(http.error());
    const auto options = optionsOf(*http, profile, document);
    if (!options)
        return tl::unexpected(options.error());

    const Target target = targetOf(profile.queue);
    const Ipp create = makeRequest(IPP_OP_CREATE_JOB, target);
    ippAddString(create.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "job-name", nullptr,
                 name.toString(QUuid::WithoutBraces).toLatin1().constData());
    encode(create, *options);
    const auto created = ask(*http, create, target.resource);
    if (!created)
        return tl::unexpected(created.error());
    const int number = ippGetInteger(ippFindAttribute(created->get(), "job-id", IPP_TAG_INTEGER), 0);

    const Ipp send = makeRequest(IPP_OP_SEND_DOCUMENT, target);
    ippAddInteger(send.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", number);
    ippAddString(send.get(), IPP_TAG_OPERATION, IPP_TAG_MIMETYPE, "document-format", nullptr, CUPS_FORMAT_PDF);
    ippAddBoolean(send.get(), IPP_TAG_OPERATION, "last-document", 1);
    const auto sent = ask(*http, send, target.resource, bytes);
    if (sent)
        return number;
    PrintError error = sent.error();
    if (error.trouble != PrintTrouble::Lost && !cancelJob(*http, target, number))
        error.trouble = PrintTrouble::Lost;
    return tl::unexpected(error);
}

Printed<QList<RawJob>> CupsQueue::Worker::jobs(const Http &http, const Target &target, const char *which)
{
    const Ipp request = makeRequest(IPP_OP_GET_JOBS, target);
    ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "which-jobs", nullptr, which);
    ippAddBoolean(request.get(), IPP_TAG_OPERATION, "my-jobs", 1);
    const std::array wanted{
        "job-id",      "job-name", "job-state", "job-state-reasons", "job-printer-state-message", "number-of-documents",
        "job-k-octets"};
    ippAddStrings(request.get(), IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", int(wanted.size()),
                  nullptr, wanted.data());
    const auto answer = ask(http, request, target.resource);
    if (!answer)
        return tl::unexpected(answer.error());
    QList<RawJob> jobs;
    forEachAttribute(answer->get(), IPP_TAG_JOB, [&jobs](int group, QLatin1StringView name, ipp_attribute_t *value) {
        jobs.resize(group + 1);
        RawJob &job = jobs.last();
        if (name == "job-id"_L1)
            job.number = ippGetInteger(value, 0);
        else if (name == "job-name"_L1)
            job.name = textsOf(value).value(0);
        else if (name == "job-state"_L1)
            job.state = static_cast<ipp_jstate_t>(ippGetInteger(value, 0));
        else if (name == "job-state-reasons"_L1)
            job.reasons = textsOf(value);
        else if (name == "job-printer-state-message"_L1)
            job.message = textsOf(value).value(0);
        else if (name == "number-of-documents"_L1)
            job.documents = ippGetInteger(value, 0);
        else if (name == "job-k-octets"_L1)
            job.kilobytes = ippGetInteger(value, 0);
    });
    return jobs;
}

Printed<QueueState> CupsQueue::Worker::stateOf(const Http &http, const Target &target)
{
    const Ipp request = makeRequest(IPP_OP_GET_PRINTER_ATTRIBUTES, target);
    const std::array wanted{"printer-state", "printer-state-reasons", "printer-state-message"};
    ippAddStrings(request.get(), IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", int(wanted.size()),
                  nullptr, wanted.data());
    const auto answer = ask(http, request, target.resource);
    if (!answer)
        return tl::unexpected(answer.error());
    QueueState queue;
    queue.state =
        static_cast<ipp_pstate_t>(ippGetInteger(ippFindAttribute(answer->get(), "printer-state", IPP_TAG_ENUM), 0));
    queue.reasons = textsOf(answer->get(), "printer-state-reasons");
    queue.message = textsOf(answer->get(), "printer-state-message").value(0);
    return queue;
}

Printed<std::optional<QueueJob>> CupsQueue::Worker::find(const QString &queue, const QUuid &name)
{
    auto http = connect();
    if (!http)
        return tl::unexpected(http.error());
    const Target target = targetOf(queue);
    const QString wanted = name.toString(QUuid::WithoutBraces);
    // In this order: a job that ends between the two requests is in the second list.
    for (const char *which : {"not-completed", "completed"}) {
        const auto found = jobs(*http, target, which);
        if (!found)
            return tl::unexpected(harmless(found.error()));
        const auto job = std::ranges::find(*found, wanted, &RawJob::name);
        if (job == found->cend())
            continue;
        const auto state = stateOf(*http, target);
        if (!state)
            return tl::unexpected(harmless(state.error()));
        return toQueueJob(*job, *state);
    }
    return std::nullopt;
}

Printed<void> CupsQueue::Worker::cancelJob(const Http &http, const Target &target, int number)
{
    const Ipp request = makeRequest(IPP_OP_CANCEL_JOB, target);
    ippAddInteger(request.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", number);
    const auto answer = ask(http, request, target.resource);
    if (!answer)
        return tl::unexpected(answer.error());
    return {};
}

Printed<void> CupsQueue::Worker::cancel(const QString &queue, int number)
{
    auto http = connect();
    if (!http)
        return tl::unexpected(http.error());
    return cancelJob(*http, targetOf(queue), number).map_error(harmless);
}

CupsQueue::CupsQueue(const QString &server, Timeouts timeouts)
    : m_server(server)
    , m_timeouts(timeouts)
    , m_answers([this](const Answer &answer) { deliver(answer); })
{
}

CupsQueue::~CupsQueue()
{
    for (const auto &[name, lane] : m_lanes)
        lane.worker->end();
    const auto till = std::chrono::steady_clock::now() + m_timeouts.end;
    for (auto &[name, lane] : m_lanes) {
        if (lane.worker->waitUntilLeft(till))
            lane.thread.join();
        else
            lane.thread.detach();
    }
}

CupsQueue::Worker &CupsQueue::workerOf(const QString &queue)
{
    Lane &lane = m_lanes[queue];
    if (!lane.worker) {
        lane.worker = std::make_shared<Worker>(m_server, m_timeouts);
        lane.thread = std::thread([worker = lane.worker] { worker->run(); });
    }
    return *lane.worker;
}

template <class T>
Call CupsQueue::ask(const QString &queue, QObject *context, ThenPrinted<T> then,
                    std::function<Printed<T>(Worker &)> job)
{
    Call call = Call::begin();
    const quint64 number = ++m_lastNumber;
    m_receivers[number] = {call, context, [then = std::move(then)](const std::any &result) {
                               then(std::any_cast<const Printed<T> &>(result));
                           }};
    workerOf(queue).post([job = std::move(job), number, answers = m_answers.slot()](Worker &worker) {
        answers.put({number, job(worker)});
    });
    return call;
}

void CupsQueue::deliver(const Answer &answer)
{
    const auto it = m_receivers.find(answer.number);
    if (it == m_receivers.end())
        return;
    Receiver receiver = std::move(it->second);
    m_receivers.erase(it);
    if (!receiver.call.isPending())
        return;
    receiver.call.end();
    if (receiver.context)
        receiver.then(answer.result); // may delete this
}

Call CupsQueue::queues(QObject *context, ThenPrinted<QList<QueueInfo>> then)
{
    return ask<QList<QueueInfo>>({}, context, std::move(then), [](Worker &worker) { return worker.queues(); });
}

Call CupsQueue::submit(const QUuid &name, const PrinterProfile &profile, const PrintDocument &document,
                       QObject *context, ThenPrinted<int> then)
{
    return ask<int>(profile.queue, context, std::move(then), [name, profile, document](Worker &worker) {
        auto number = worker.submit(name, profile, document);
        if (!number)
            qCWarning(printingLog).noquote() << "job" << name.toString(QUuid::WithoutBraces) << "for" << profile.queue
                                             << toWord(number.error().trouble) << number.error().detail;
        return number;
    });
}

Call CupsQueue::find(const QString &queue, const QUuid &name, QObject *context,
                     ThenPrinted<std::optional<QueueJob>> then)
{
    return ask<std::optional<QueueJob>>(queue, context, std::move(then),
                                        [queue, name](Worker &worker) { return worker.find(queue, name); });
}

Call CupsQueue::cancel(const QString &queue, int number, QObject *context, ThenPrinted<void> then)
{
    return ask<void>(queue, context, std::move(then),
                     [queue, number](Worker &worker) { return worker.cancel(queue, number); });
}

} // namespace okoshko
