// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QUrl>

#include <chrono>

namespace okoshko {

/// Opens pages in the desktop's browser and reports a failure that can be detected: no browser, or one that refuses to
/// start, as some do for root. Handles QDesktopServices' web addresses while it exists; a started browser outlives it.
class Browser final : public QObject
{
    Q_OBJECT
public:
    /// A process that ends later than this was a browser closed by the user.
    static constexpr std::chrono::seconds longestStart{20};

    explicit Browser(QObject *parent = nullptr);
    ~Browser() override;

public Q_SLOTS:
    void open(const QUrl &url);

Q_SIGNALS:
    void failed(const QUrl &url); ///< for the last page to open; never emitted from within open()
};

} // namespace okoshko
