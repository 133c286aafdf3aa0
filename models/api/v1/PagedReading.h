// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/v1/DecodeAnswer.h"
#include "models/api/v1/V1Requests.h"

#include <QList>
#include <QObject>
#include <QSet>

#include <functional>

namespace okoshko::v1 {

/// Reads a list page by page and gives all of it, or the first error. A child of its context; deletes itself at the
/// end.
///
/// An element that was there already is dropped, so that a server that gives the same page for ever, or one whose list
/// shifts while it is read, ends the reading instead of doubling it.
template <class Element>
class PagedReading final : public QObject
{
public:
    static constexpr int mostPages = 50;

    struct Recipe
    {
        std::function<HttpRequest(int page)> request;
        QList<Element> (*decode)(const JsonNode &);
        qsizetype enough; ///< so many elements will do
    };

    PagedReading(HttpClient &http, Recipe recipe, QObject *context, Then<QList<Element>> then)
        : QObject(context)
        , m_http(http)
        , m_recipe(std::move(recipe))
        , m_then(std::move(then))
    {
        readPage();
    }

private:
    void readPage()
    {
        m_http.send(m_recipe.request(m_page), this, [this](const Result<HttpAnswer> &answer) {
            if (!answer && m_page > 1 && isPastTheEnd(answer.error()))
                return end(m_all);
            const Result<QList<Element>> page = decodeAnswer(answer, m_recipe.decode, HttpRequest::Kind::Read);
            if (!page)
                return end(page);
            takePage(*page);
        });
    }

    /// Some servers say by a refusal that there is no such page.
    [[nodiscard]] static bool isPastTheEnd(const ApiError &error)
    {
        return error.kind == ErrorKind::NotFound || error.kind == ErrorKind::BadRequest;
    }

    void takePage(const QList<Element> &page)
    {
        const qsizetype before = m_all.size();
        for (const Element &element : page) {
            if (!m_ids.contains(element.id.toString())) {
                m_ids.insert(element.id.toString());
                m_all.append(element);
            }
        }
        // A short page proves nothing: servers cap the size that was asked for.
        const bool last = m_all.size() == before || m_all.size() >= m_recipe.enough || m_page == mostPages;
        if (last)
            return end(m_all);
        ++m_page;
        readPage();
    }

    void end(const Result<QList<Element>> &result)
    {
        const auto then = std::move(m_then);
        delete this;
        then(result);
    }

    HttpClient &m_http;
    Recipe m_recipe;
    Then<QList<Element>> m_then;
    QList<Element> m_all;
    QSet<QString> m_ids;
    int m_page = 1;
};

} // namespace okoshko::v1
