// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/Zip.h"

#include <memory>

#include <zip.h>

namespace okoshko {

namespace {

/// libzip's error.
class ZipError
{
public:
    ZipError() { zip_error_init(&m_error); }
    ~ZipError() { zip_error_fini(&m_error); }
    ZipError(const ZipError &) = delete;
    ZipError &operator=(const ZipError &) = delete;

    [[nodiscard]] zip_error_t *get() { return &m_error; }
    [[nodiscard]] QString words() { return QString::fromUtf8(zip_error_strerror(&m_error)); }

private:
    zip_error_t m_error{};
};

struct FreeSource
{
    void operator()(zip_source_t *source) const { zip_source_free(source); }
};

struct DiscardArchive
{
    void operator()(zip_t *archive) const { zip_discard(archive); }
};

using Source = std::unique_ptr<zip_source_t, FreeSource>;
using Archive = std::unique_ptr<zip_t, DiscardArchive>;

tl::unexpected<QString> refusalOf(zip_t *archive)
{
    return tl::unexpected(QString::fromUtf8(zip_strerror(archive)));
}

tl::expected<void, QString> add(zip_t *archive, const ZipEntry &entry)
{
    zip_source_t *bytes =
        zip_source_buffer(archive, entry.bytes.constData(), static_cast<zip_uint64_t>(entry.bytes.size()), 0);
    if (!bytes)
        return refusalOf(archive);
    if (zip_file_add(archive, entry.name.toUtf8().constData(), bytes, ZIP_FL_ENC_UTF_8) < 0) {
        zip_source_free(bytes); // else owned by the archive
        return refusalOf(archive);
    }
    return {};
}

tl::expected<QByteArray, QString> readAll(zip_source_t *source)
{
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_source_stat(source, &stat) < 0 || zip_source_open(source) < 0)
        return tl::unexpected(QString::fromUtf8(zip_error_strerror(zip_source_error(source))));
    QByteArray bytes(static_cast<qsizetype>(stat.size), Qt::Uninitialized);
    const zip_int64_t read = zip_source_read(source, bytes.data(), stat.size);
    zip_source_close(source);
    if (read != bytes.size())
        return tl::unexpected(QString::fromUtf8(zip_error_strerror(zip_source_error(source))));
    return bytes;
}

} // namespace

tl::expected<QByteArray, QString> zipped(const QList<ZipEntry> &entries)
{
    ZipError error;
    const Source source(zip_source_buffer_create(nullptr, 0, 0, error.get()));
    if (!source)
        return tl::unexpected(error.words());
    Archive archive(zip_open_from_source(source.get(), ZIP_TRUNCATE, error.get()));
    if (!archive)
        return tl::unexpected(error.words());
    zip_source_keep(source.get()); // the archive releases it when closed, and its bytes are read after that
    for (const ZipEntry &entry : entries) {
        if (const auto added = add(archive.get(), entry); !added)
            return tl::unexpected(added.error());
    }
    if (zip_close(archive.get()) < 0)
        return refusalOf(archive.get());
    static_cast<void>(archive.release());
    return readAll(source.get());
}

} // namespace okoshko
