// The parts of an office's template, parted by a line with "%%": body, head, relationships. What
// has no faults is filled, and must be XML again that a second reading finds no signs in.
#include <cstddef>
#include <cstdint>

#include "document/fuzz/stored_archive.hpp"
#include "document/word_template.hpp"

namespace
{

using namespace caicach::document;
using caicach::json::Value;

const TemplateFields& known()
{
    static const TemplateFields fields{
        {.name = "a"},
        {.name = "l", .kind = TemplateFieldKind::list, .columns = {{.name = "b"}}},
        {.name = "c", .kind = TemplateFieldKind::condition}};
    return fields;
}

const Value& values()
{
    static const Value all = [] {
        std::vector<Value> rows(2, Value::object().set("b", "2"));
        return Value::object().set("a", "1\n1").set("l", Value{std::move(rows)}).set("c", true);
    }();
    return all;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto bytes = fuzz::stored_archive(
        fuzz::text_of(data, size),
        {"word/document.xml", "word/header1.xml", "word/_rels/document.xml.rels"});
    const auto form = read_template(bytes);
    if (!form) return 0;
    const auto faults = faults_of(*form, known());
    const auto made = fill_template(*form, values());
    if (!faults.empty() || !made) return 0;
    const auto again = read_template(*made);
    VERIFY(again.has_value());
    for (const auto& fault : faults_of(*again, known()))
        VERIFY(fault.key != "document.template.broken_part");
    return 0;
}
