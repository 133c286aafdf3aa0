// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/v1/DecodeAnswer.h"
#include "models/api/v1/PooledDecoding.h"
#include "models/api/v1/V1Decode.h"
#include "models/api/v1/V1Requests.h"

#include <QList>
#include <QSet>

#include <functional>
#include <memory>

namespace okoshko::v1 {

/// A list as it was read, page by page.
template <class Element>
struct ReadList
{
    QList<Element> all;
    Unreadable unreadable;
    bool isWhole = true; ///< false: there are or may be more, or some could not be read
};

/// Reads a list page by page and gives all of it, or the first error.
///
/// An element that was there already is dropped, so that a server that gives the same page for ever, or one whose list
/// shifts while it is read, ends the reading instead of doubling it. An element that cannot be read is left out, and
/// the list is not whole then; where not one could be read, that is an error.
template <class Element>
class PagedReading final : public std::enable_shared_from_this<PagedReading<Element>>
{
public:
    static constexpr int mostPages = 50;

    using Page = Elements<Element>;
    struct Recipe
    {
        std::function<HttpRequest(int page)> request;
        Element (*decode)(JsonValue &);
        qsizetype enough; ///< so many elements will do
    };

    /// Under way as long as \a http has one of its requests, or the pool one of its pages, which own it.
    static Call start(HttpClient &http, Recipe recipe, QObject *context, Then<ReadList<Element>> then)
    {
        const Call call = Call::begin();
        const auto reading =
            std::shared_ptr<PagedReading>(new PagedReading(http, call, std::move(recipe), context, std::move(then)));
        reading->readPage();
        return call;
    }

private:
    PagedReading(HttpClient &http, const Call &call, Recipe recipe, QObject *context, Then<ReadList<Element>> then)
        : m_http(http)
        , m_call(call)
        , m_recipe(std::move(recipe))
        , m_context(context)
        , m_then(std::move(then))
    {
    }

    void readPage()
    {
        const auto self = this->shared_from_this();
        m_http.send(m_call, m_recipe.request(m_page), m_context,
                    [self](const Result<HttpAnswer> &answer) { self->onAnswer(answer); });
    }

    void onAnswer(const Result<HttpAnswer> &answer)
    {
        if (!answer)
            return m_page > 1 && isPastTheEnd(answer.error()) ? end() : end(answer.error());
        const auto self = this->shared_from_this();
        PooledDecoding<Page>::start(
            m_call, *answer,
            [decode = m_recipe.decode](const HttpAnswer &page) { return decodeListAnswer(page, decode); }, m_context,
            [self](const Result<Page> &page) { page ? self->takePage(*page) : self->end(page.error()); });
    }

    /// Some servers say by a refusal that there is no such page.
    [[nodiscard]] static bool isPastTheEnd(const ApiError &error)
    {
        return error.kind == ErrorKind::NotFound || error.kind == ErrorKind::BadRequest;
    }

    void takePage(const Page &page)
    {
        m_list.isWhole = m_list.isWhole && !page.unreadable.leavesGap() && !page.isCut;
        m_list.unreadable.add(page.unreadable);
        const qsizetype before = m_list.all.size();
        for (const Element &element : page.list) {
            if (!m_ids.contains(element.id.toString())) {
                m_ids.insert(element.id.toString());
                m_list.all.append(element);
            }
        }
        // A short page proves nothing: servers cap the size that was asked for.
        if (m_list.all.size() == before)
            return end();
        if (m_list.all.size() >= m_recipe.enough || m_page == mostPages) {
            m_list.isWhole = false;
            return end();
        }
        ++m_page;
        readPage();
    }

    void end()
    {
        if (m_list.all.isEmpty() && m_list.unreadable.leavesGap())
            return end(m_list.unreadable.first.constFirst());
        finish(m_list);
    }
    void end(const ApiError &error) { finish(tl::unexpected(error)); }

    void finish(const Result<ReadList<Element>> &result)
    {
        m_call.end(); // before the caller hears of it: he may ask anew
        m_then(result);
    }

    HttpClient &m_http;
    Call m_call;
    Recipe m_recipe;
    QObject *m_context; ///< lives whenever a page is answered
    Then<ReadList<Element>> m_then;
    ReadList<Element> m_list;
    QSet<QString> m_ids;
    int m_page = 1;
};

} // namespace okoshko::v1
