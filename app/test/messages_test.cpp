#include <doctest/doctest.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/modules.hpp"

namespace caicach::app
{
namespace
{

std::vector<std::string> keys_of(std::string_view catalogue)
{
    constexpr std::string_view mark = "\nmsgid \"";
    std::vector<std::string> keys;
    const auto text = "\n" + std::string{catalogue};
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1)) {
        const auto begin = at + mark.size();
        const auto key = text.substr(begin, text.find('"', begin) - begin);
        if (!key.empty()) keys.push_back(key);
    }
    return keys;
}

}  // namespace

TEST_CASE("every message has one text, in one catalogue")
{
    std::set<std::string> known;
    std::vector<std::string_view> catalogues = foundation_messages();
    for (const auto& module : all_modules()) {
        catalogues.insert(catalogues.end(), module.messages().begin(), module.messages().end());
    }
    for (const auto catalogue : catalogues) {
        for (const auto& key : keys_of(catalogue)) {
            CAPTURE(key);
            CHECK(known.insert(key).second);
        }
    }
    CHECK(known.size() > 100);
}

TEST_CASE("a module's messages bear its name")
{
    for (const auto& module : all_modules()) {
        for (const auto catalogue : module.messages()) {
            for (const auto& key : keys_of(catalogue)) {
                CAPTURE(key);
                CHECK(key.starts_with(std::string{module.name()} + "."));
            }
        }
    }
}

}  // namespace caicach::app
