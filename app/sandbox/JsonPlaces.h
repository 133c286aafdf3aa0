// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

namespace okoshko::sandbox {

/// In which line of a JSON text each value stands, by its path as CatalogueNode writes it (`events[3].sets[0].name`).
/// The text must have been read by QJsonDocument without an error.
class JsonPlaces
{
public:
    explicit JsonPlaces(const QByteArray &json);

    /// Counted from one; of a path that is not there, the line where the nearest value around it begins.
    [[nodiscard]] qsizetype lineOf(QString path) const;

private:
    void value(const QString &path);
    void object(const QString &path);
    void array(const QString &path);
    [[nodiscard]] QString text();
    /// The character at the place, spaces left behind; nothing is left at the end.
    [[nodiscard]] char peek();
    void step();

    QByteArray m_json;
    qsizetype m_at = 0;
    qsizetype m_line = 1;
    QHash<QString, qsizetype> m_lines;
};

} // namespace okoshko::sandbox
