// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/KeyFile.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace okoshko {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::KeyFile)
};

constexpr qint64 mostBytes =
    4096; ///< a key has 32 characters (vendor documentation); whatever is much longer is another file

constexpr char byteOrderMark[] = "\xef\xbb\xbf";

bool isKeyCharacter(char c)
{
    return c > ' ' && c < 127;
}

} // namespace

tl::expected<QByteArray, QString> readKeyFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(Words::tr("The key file %1 cannot be read: %2. Check its name and who may read it.")
                                  .arg(path, file.errorString()));
    QByteArray key = file.read(mostBytes + 1);
    if (key.startsWith(byteOrderMark)) // as some editors write it
        key.remove(0, sizeof byteOrderMark - 1);
    key = key.trimmed();
    if (key.startsWith("key "))
        key = key.mid(4).trimmed();
    const bool wellFormed =
        !key.isEmpty() && key.size() <= 256 && std::all_of(key.cbegin(), key.cend(), isKeyCharacter);
    if (!wellFormed)
        return tl::unexpected(
            Words::tr("The file %1 holds no API key: one line of Latin letters and digits is expected.").arg(path));
    return key;
}

} // namespace okoshko
