// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/v1/AnswerDecoding.h"
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

/// The end of reading a list.
struct ListEnd
{
    Unreadable unreadable;
    int pages = 0;           ///< pages with new elements
    bool isCut = false;      ///< there are or may be more elements
    bool endedEarly = false; ///< an answer ended early

    [[nodiscard]] ListExtent extent() const
    {
        return isCut                    ? ListExtent::Cut
               : endedEarly             ? ListExtent::EndedEarly
               : unreadable.leavesGap() ? ListExtent::Gaps
                                        : ListExtent::Whole;
    }
};

/// Reads a list page by page, some pages in advance, and delivers the pages in order; ends with the first error. Used
/// on the thread of its HttpClient; keeps itself alive until the call ends.
///
/// The list ends with a page that is empty, has only known elements, or equals the page before: a server may return one
/// page without end, and a list may change while it is read. Unreadable elements are left out; a page of only such
/// elements is followed by the next one, up to maxPagesWithoutNew times in a row. If no element at all could be read,
/// that is an error.
template <class Element>
class PagedRequest final : public std::enable_shared_from_this<PagedRequest<Element>>
{
public:
    using Page = Elements<Element>;
    struct Options
    {
        std::function<HttpRequest(int page)> request;
        Element (*decode)(JsonValue &) = nullptr;
        qsizetype enough = 0;                             ///< stops after so many elements
        int maxPages = 0;                                 ///< stops after so many pages
        int ahead = 0;                                    ///< number of pages requested at the same time
        std::function<void(const QList<Element> &)> take; ///< called with the elements, without duplicates
    };

    /// The object is owned by its requests in \a http and its pages in the thread pool.
    static Call start(HttpClient &http, Options options, QObject *context, Then<ListEnd> then)
    {
        Call call = Call::begin();
        const auto reading =
            std::shared_ptr<PagedRequest>(new PagedRequest(http, call, std::move(options), context, std::move(then)));
        reading->askAhead();
        return call;
    }

private:
    /// Consecutive pages without new elements after which the list is cut.
    static constexpr int maxPagesWithoutNew = 8;

    struct Arrived
    {
        Result<Page> page;
        std::size_t digest = 0; ///< of the body
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
        // No page is requested in advance before the second one had elements: many lists are short, and a server that
        // ignores pages returns the whole list each time.
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
            m_call.end(); // no requests are left
        askAhead();
    }

    /// Some servers answer a page beyond the end with an error.
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
        // A short page is not the end: servers limit the page size.
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
        const bool isWanted = isGoingOn(); // take() may have abandoned the call
        m_call.end();                      // before the callback, which may start a new call
        if (isWanted)
            m_then(result);
    }

    HttpClient &m_http;
    Call m_call;
    Options m_options;
    QPointer<QObject> m_context;
    Then<ListEnd> m_then;
    std::map<int, Arrived> m_arrived; ///< not yet delivered
    ListEnd m_end;
    QSet<QString> m_ids;
    int m_asked = 0; ///< pages requested
    int m_taken = 0; ///< pages delivered
    int m_withoutFresh = 0;
    std::size_t m_digest = 0; ///< of the last delivered page
};

} // namespace okoshko::v1
