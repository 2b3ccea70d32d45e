#include <cstddef>
#include <cstdint>
#include <string_view>

#include "json/canonical.hpp"
#include "report/form/definition_json.hpp"
#include "report/form/form_rules.hpp"

using namespace caicach;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto value = json::parse(text);
    if (!value) return 0;
    const auto read = report::definition_from(*value);
    static_cast<void>(report::faults_of(read.definition, {}));
    if (!read.faults.empty()) return 0;
    // What was read without fault is written so that it reads as the same again.
    const auto written = MUST(json::canonical(report::to_json(read.definition)));
    const auto parsed = MUST(json::parse(written));
    const auto again = report::definition_from(parsed);
    VERIFY(again.faults.empty() && again.definition == read.definition);
    return 0;
}
