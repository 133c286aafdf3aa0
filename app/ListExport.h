// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace okoshko {

class OrderTableModel;
class FileSaver;

/// Saves what the order table shows just now as a CSV file, where the cashier says. Both must outlive the saving.
void saveList(const OrderTableModel &orders, FileSaver &saving);

} // namespace okoshko
