// Lists of agencies and statements of roles on arbitrary text.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "plan/importer/agencies.hpp"
#include "plan/importer/roles.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace caicach::plan;
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto& gazetteer = Gazetteer::standard();
    (void)importer::agencies_in(text, gazetteer);
    (void)importer::roles_of(text, gazetteer);
    (void)importer::roles_in_task(text, gazetteer);
    (void)importer::agency_heading(text, gazetteer);
    return 0;
}
