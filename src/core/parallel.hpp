#pragma once

#include <functional>

namespace thalweg {

/// Calls work(0) ... work(count - 1), each once, on several threads.
///
/// Each part must write to places of its own, so that the result does not depend on the number of
/// threads. The first exception stops all threads and is thrown again here.
///
/// Throws  Interrupted, between two parts; what `work` throws
void for_each_part(int count, int jobs, const std::function<void(int part)>& work);

} // namespace thalweg
