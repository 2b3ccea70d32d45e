// Dates, schedules, quotas and metrics on arbitrary text.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "plan/importer/metric.hpp"
#include "plan/importer/plain_counts.hpp"
#include "plan/importer/quota.hpp"
#include "plan/importer/schedule.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace caicach::plan::importer;
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    (void)schedule_of(text, 2026);
    (void)schedule_in_task(text, 2026);
    (void)quotas_in(text);
    (void)plain_counts_in(text);
    (void)metrics_in(text);
    (void)metrics_of_cell(text, "%");
    return 0;
}
