// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Amount.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <functional>

namespace okoshko::sandbox {

/// What is wrong, and where: `path` as the node's, `what` a sentence that begins with it.
struct Complaint
{
    QString path;
    QString what; ///< empty: nothing is wrong
};

/// A place in a JSON document that knows its own path. The first complaint of a reading is kept, later ones follow
/// from it and are dropped; a reading goes on with harmless values, so that readers need no error branches.
class CatalogueNode
{
public:
    CatalogueNode(QJsonValue value, QString path, Complaint *complaint)
        : m_value(std::move(value))
        , m_path(std::move(path))
        , m_complaint(complaint)
    {
    }

    [[nodiscard]] CatalogueNode operator[](const QString &key) const;
    [[nodiscard]] bool exists() const { return !m_value.isUndefined(); }
    [[nodiscard]] const QJsonValue &value() const { return m_value; }

    [[nodiscard]] QString text() const;
    [[nodiscard]] QString textOr(const QString &fallback) const { return exists() ? text() : fallback; }
    [[nodiscard]] QString id() const; ///< 24 lower-case hexadecimal digits
    [[nodiscard]] int number(int low, int high) const;
    [[nodiscard]] Amount amount() const;
    [[nodiscard]] bool flag() const;
    [[nodiscard]] QJsonObject object() const;
    /// Calls `read` for each element; complains if this is no array.
    void each(const std::function<void(const CatalogueNode &)> &read) const;
    /// Calls `read` for each member with its key; complains if this is no object.
    void eachMember(const std::function<void(const QString &, const CatalogueNode &)> &read) const;

    void complain(const QString &what) const;

private:
    QJsonValue m_value;
    QString m_path;
    Complaint *m_complaint;
};

} // namespace okoshko::sandbox
