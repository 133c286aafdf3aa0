// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/PlainTill.h"

#include "tests/bench/Measured.h"

#include <QtGlobal>

#include <curl/curl.h>
#include <sqlite3.h>

namespace okoshko::bench {

namespace {

void check(bool isWell, const char *what)
{
    if (!isWell)
        qFatal("the reference fails: %s", what);
}

std::size_t take(const char *bytes, std::size_t size, std::size_t count, void *answer)
{
    static_cast<std::string *>(answer)->append(bytes, size * count);
    return size * count;
}

} // namespace

PlainTill::PlainTill(const QUrl &server, const QByteArray &key, const QString &file)
    : m_orders(server.toString().toStdString() + "/v1/resources/orders")
    , m_curl(curl_easy_init())
{
    m_headers = curl_slist_append(m_headers, ("Authorization: key " + key).constData());
    m_headers = curl_slist_append(m_headers, "Accept: application/json");
    m_headers = curl_slist_append(m_headers, "Content-Type: application/json");
    curl_easy_setopt(m_curl, CURLOPT_HTTPHEADER, m_headers);
    curl_easy_setopt(m_curl, CURLOPT_PROXY, "");
    curl_easy_setopt(m_curl, CURLOPT_WRITEFUNCTION, take);
    check(sqlite3_open(file.toUtf8().constData(), &m_database) == SQLITE_OK, "open");
    // While SQLite's log grows, each entry costs the disk more than once it is written over: it is brought to its
    // lasting size first.
    const char *begin =
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
        "CREATE TABLE entries (id INTEGER PRIMARY KEY, what TEXT NOT NULL);"
        "INSERT INTO entries (what) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1200)"
        " SELECT printf('%04000d', i) FROM n";
    check(sqlite3_exec(m_database, begin, nullptr, nullptr, nullptr) == SQLITE_OK, "create");
    check(sqlite3_prepare_v2(m_database, "INSERT INTO entries (what) VALUES (?)", -1, &m_insert, nullptr) == SQLITE_OK,
          "prepare");
}

PlainTill::~PlainTill()
{
    sqlite3_finalize(m_insert);
    sqlite3_close(m_database);
    curl_slist_free_all(m_headers);
    curl_easy_cleanup(m_curl);
}

void PlainTill::note(const std::string &entry)
{
    sqlite3_bind_text(m_insert, 1, entry.data(), static_cast<int>(entry.size()), nullptr);
    check(sqlite3_step(m_insert) == SQLITE_DONE, "insert");
    sqlite3_reset(m_insert);
}

std::string PlainTill::request(const char *verb, const std::string &path, const std::string &body)
{
    const std::string address = m_orders + path;
    std::string answer;
    long status = 0;
    curl_easy_setopt(m_curl, CURLOPT_CUSTOMREQUEST, verb);
    curl_easy_setopt(m_curl, CURLOPT_URL, address.c_str());
    curl_easy_setopt(m_curl, CURLOPT_POSTFIELDS, body.c_str());
    curl_easy_setopt(m_curl, CURLOPT_WRITEDATA, &answer);
    check(curl_easy_perform(m_curl) == CURLE_OK, "request");
    curl_easy_getinfo(m_curl, CURLINFO_RESPONSE_CODE, &status);
    check(status / 100 == 2, answer.c_str());
    return answer;
}

double PlainTill::sell()
{
    const std::string create = R"({"event":"56a6253df06c5a059a93802e","random":{"56a6254bf06c5a059b93800c":1}})";
    const std::string choose = R"({"payment":{"system":"api/BASE"}})";
    const std::string start = R"({"status":"in_progress"})";
    const double begun = now();
    note(create);
    const std::string answer = request("POST", "", create);
    const std::string field = "\"id\":\"";
    std::string path = "/";
    path.append(answer, answer.find(field) + field.size(), 24);
    note(choose);
    request("PATCH", path, choose);
    note(start);
    request("PATCH", path, start);
    const double took = now() - begun;
    request("PATCH", path, R"({"status":"canceled"})");
    return took;
}

} // namespace okoshko::bench
