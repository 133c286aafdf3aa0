// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/http/HttpClient.h"

namespace okoshko::v1 {

/// What is asked of a server without a key, to learn whether it speaks this generation.
[[nodiscard]] HttpRequest keylessRequest();

/// Whether \a answer to that is one of this generation: 401 or 403 with JSON, or 200 with a JSON array.
[[nodiscard]] bool isAnswerToKeyless(const HttpAnswer &answer);
/// Whether \a answer is one of the vendor's, in a later generation.
[[nodiscard]] bool isOfALaterGeneration(const HttpAnswer &answer);

} // namespace okoshko::v1
