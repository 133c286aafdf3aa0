// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/v1/DecodeAnswer.h"
#include "models/api/v1/PooledDecoding.h"
#include "models/api/v1/V1Decode.h"
#include "models/api/v1/V1Requests.h"

#include <QList>
#include <QPointer>
#include <QSet>

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <utility>

namespace okoshko::v1 {

/// How the reading of a list ended.
struct ListEnd
{
    Unreadable unreadable;
    int pages = 0;           ///< that brought something
    bool isCut = false;      ///< there are or may be more
    bool endedEarly = false; ///< an answer did

    [[nodiscard]] ListExtent extent() const
    {
        return isCut                    ? ListExtent::Cut
               : endedEarly             ? ListExtent::EndedEarly
               : unreadable.leavesGap() ? ListExtent::Gaps
                                        : ListExtent::Whole;
    }
};

/// Reads a list page by page, some of them ahead, and gives each in its order, or ends with the first error.
///
/// The list ends with a page that holds nothing, nothing but elements that were there already, or the same bytes as the
/// page before it: a server may give one page for ever, and a list may shift while it is read. An element that cannot
/// be read is left out, and a page of nothing else is followed by the next one, some times in a row; where not one
/// element could be read, that is an error.
template <class Element>
class PagedRequest final : public std::enable_shared_from_this<PagedRequest<Element>>
{
public:
    using Page = Elements<Element>;
    struct Options
    {
        std::function<HttpRequest(int page)> request;
        Element (*decode)(JsonValue &) = nullptr;
        qsizetype enough = 0;                             ///< so many elements will do
        int maxPages = 0;                                 ///< likewise
        int ahead = 0;                                    ///< so many pages are asked for at once
        std::function<void(const QList<Element> &)> take; ///< given the elements, none twice
    };

    /// Under way as long as \a http has one of its requests, or the pool one of its pages, which own it.
    static Call start(HttpClient &http, Options options, QObject *context, Then<ListEnd> then)
    {
        Call call = Call::begin();
        const auto reading =
            std::shared_ptr<PagedRequest>(new PagedRequest(http, call, std::move(options), context, std::move(then)));
        reading->askAhead();
        return call;
    }

private:
    /// Pages in a row of which nothing new could be read; then the list is cut.
    static constexpr int maxPagesWithoutNew = 8;

    struct Arrived
    {
        Result<Page> page;
        std::size_t digest = 0; ///< of its bytes
    };

    PagedRequest(HttpClient &http, const Call &call, Options options, QObject *context, Then<ListEnd> then)
        : m_http(http)
        , m_call(call)
        , m_options(std::move(options))
        , m_context(context)
        , m_then(std::move(then))
    {
    }

    [[nodiscard]] bool isGoingOn() const { return m_call.isPending() && m_context; }

    void askAhead()
    {
        // Nothing is asked ahead before a second page has brought something: many lists are short, and a server that
        // ignores pages gives all of a long one each time.
        const int upTo = m_end.pages < 2 ? 1 : m_options.ahead;
        while (m_asked < std::min(m_taken + upTo, m_options.maxPages) && isGoingOn())
            ask(++m_asked);
    }

    void ask(int page)
    {
        const auto self = this->shared_from_this();
        m_http.send(m_call, m_options.request(page), m_context,
                    [self, page](const Result<HttpAnswer> &answer) { self->onAnswer(page, answer); });
    }

    void onAnswer(int number, const Result<HttpAnswer> &answer)
    {
        if (!answer)
            return arrive(number, {tl::unexpected(answer.error())});
        const auto self = this->shared_from_this();
        PooledDecoding<Page>::start(
            m_call, *answer,
            [decode = m_options.decode](const HttpAnswer &body) { return decodeListAnswer(body, decode); }, m_context,
            [self, number, digest = qHash(answer->body)](const Result<Page> &page) {
                self->arrive(number, {page, digest});
            });
    }

    void arrive(int number, const Arrived &page)
    {
        m_arrived.emplace(number, page);
        while (isGoingOn() && !m_arrived.empty() && m_arrived.begin()->first == m_taken + 1) {
            const Arrived next = std::move(m_arrived.begin()->second);
            m_arrived.erase(m_arrived.begin());
            ++m_taken;
            if (!next.page)
                m_taken > 1 && isPastTheEnd(next.page.error()) ? end() : end(next.page.error());
            else if (std::exchange(m_digest, next.digest) == next.digest && m_taken > 1)
                end();
            else
                takePage(*next.page);
        }
        if (!m_context)
            m_call.end(); // nobody asks any more
        askAhead();
    }

    /// Some servers say by a refusal that there is no such page.
    [[nodiscard]] static bool isPastTheEnd(const ApiError &error)
    {
        return error.kind == ErrorKind::NotFound || error.kind == ErrorKind::BadRequest;
    }

    void takePage(const Page &page)
    {
        m_end.isCut = m_end.isCut || page.isCut;
        m_end.endedEarly = m_end.endedEarly || page.endedEarly;
        m_end.unreadable.add(page.unreadable);
        QList<Element> fresh;
        for (const Element &element : page.list) {
            const qsizetype before = m_ids.size();
            m_ids.insert(element.id.toString());
            if (m_ids.size() > before)
                fresh.append(element);
        }
        // A short page proves nothing: servers cap the size that was asked for.
        if (fresh.isEmpty() && page.unreadable.elements == 0)
            return end();
        if (fresh.isEmpty()) {
            ++m_withoutFresh;
        } else {
            m_withoutFresh = 0;
            ++m_end.pages;
            m_options.take(fresh);
        }
        const bool goesOn = m_ids.size() < m_options.enough && m_taken < m_options.maxPages;
        if (goesOn && m_withoutFresh < maxPagesWithoutNew)
            return;
        m_end.isCut = true;
        end();
    }

    void end()
    {
        if (m_ids.isEmpty() && m_end.unreadable.leavesGap())
            return end(m_end.unreadable.first.constFirst());
        finish(m_end);
    }
    void end(const ApiError &error) { finish(tl::unexpected(error)); }

    void finish(const Result<ListEnd> &result)
    {
        const bool isWanted = isGoingOn(); // who took the last page may have given it up
        m_call.end();                      // before the caller hears of it: he may ask anew
        if (isWanted)
            m_then(result);
    }

    HttpClient &m_http;
    Call m_call;
    Options m_options;
    QPointer<QObject> m_context;
    Then<ListEnd> m_then;
    std::map<int, Arrived> m_arrived; ///< and not yet taken
    ListEnd m_end;
    QSet<QString> m_ids;
    int m_asked = 0; ///< pages
    int m_taken = 0; ///< likewise
    int m_withoutFresh = 0;
    std::size_t m_digest = 0; ///< of the page that was taken last
};

} // namespace okoshko::v1
