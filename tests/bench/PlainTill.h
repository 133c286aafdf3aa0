// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <string>

using CURL = void;
struct curl_slist;
struct sqlite3;
struct sqlite3_stmt;

namespace okoshko::bench {

/// The least that a careful sale needs: three requests on one connection, and before each an entry that would survive a
/// power cut.
class PlainTill
{
public:
    /// \a file: for the entries.
    PlainTill(const QUrl &server, const QByteArray &key, const QString &file);
    ~PlainTill();

    PlainTill(const PlainTill &) = delete;
    PlainTill &operator=(const PlainTill &) = delete;

    /// How long one sale takes, in milliseconds. It is given up afterwards.
    [[nodiscard]] double sell();

private:
    void note(const std::string &entry);
    std::string request(const char *verb, const std::string &path, const std::string &body);

    std::string m_orders; ///< their address
    CURL *m_curl = nullptr;
    curl_slist *m_headers = nullptr;
    sqlite3 *m_database = nullptr;
    sqlite3_stmt *m_insert = nullptr;
};

} // namespace okoshko::bench
