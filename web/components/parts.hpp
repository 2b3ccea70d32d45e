#pragma once
#include <cstdint>
#include <span>
#include <string_view>

#include "calendar/date.hpp"
#include "web/components/content.hpp"

namespace caicach::web
{

/// A word or two about the state of a thing.
struct Tag {
    std::string_view text{};
    Tone tone{Tone::neutral};
};
void tag(html::Writer& out, const Tag& tag);

/// A list of names and values (a definition list). Rows without a value are left out.
struct Fact {
    std::string_view name{};
    std::string_view value{};
};
void facts(html::Writer& out, std::span<const Fact> rows);
/// The same, smaller and narrower, inside a card of a list.
void compact_facts(html::Writer& out, std::span<const Fact> rows);
/// For values that are more than text: write the rows with `fact`.
void facts(html::Writer& out, Content rows);
void fact(html::Writer& out, std::string_view name, Content value);

/// Views of one thing, each with an address of its own.
struct Tab {
    std::string_view text{};
    std::string_view path{};
    bool is_current{};
    std::int64_t count{-1};       ///< shown behind the text unless negative
    std::string_view count_id{};  ///< where answers to saved changes bring a new count
};
void tabs(html::Writer& out, std::string_view label, std::span<const Tab> entries);
/// The count alone, to take the place of the one shown.
void tab_count(html::Writer& out, std::string_view id, std::int64_t count);

/// Pages of a list by key, not by number. Writes nothing where there is but one.
struct Pagination {
    std::string_view previous_path{};  ///< empty: this is the first page
    std::string_view next_path{};      ///< empty: this is the last page
    std::string_view shown{};          ///< "Mục 1–20 trong 143"
};
void pagination(html::Writer& out, const Pagination& pagination);

/// A value that took the place of another.
struct Difference {
    std::string_view field{};
    std::string_view before{};
    std::string_view after{};
};

/// What happened to a thing, latest first.
struct TimelineEntry {
    std::string_view time{};      ///< for people: "30/09/2024, 14:05"
    std::string_view time_iso{};  ///< "2024-09-30T14:05:00+07:00"
    std::string_view text{};
    std::string_view detail{};
    std::span<const Difference> differences{};
};
void timeline(html::Writer& out, std::span<const TimelineEntry> entries);

/// <time> with the day as people write it.
void date(html::Writer& out, Date date);

/// A column of a table; the name stands beside each value where rows become cards.
struct Column {
    std::string_view name{};
    bool is_number{};
};

struct Table {
    std::string_view caption{};
    std::span<const Column> columns{};
    bool keeps_columns{};  ///< scrolls on small screens instead of becoming cards
};

/// Writes the cells of a table, row by row, in the order of its columns. The first cell of a row is
/// its heading.
class Rows
{
public:
    Rows(html::Writer& out, const Table& table) : m_out(out), m_table(table) {}

    void begin();
    void cell(std::string_view text);
    void cell(std::int64_t number);  ///< as "1.234"
    void cell(Content content);
    void end();

private:
    void open();
    void close();

    html::Writer& m_out;
    const Table& m_table;
    std::size_t m_column{};
};

/// A table inside a frame that scrolls and takes the keyboard; under 480 px each row is a card.
/// `rows` is called with Rows&.
template <class Function>
void table(html::Writer& out, const Table& shape, const Function& rows);

void begin_table(html::Writer& out, const Table& table);
void end_table(html::Writer& out);

template <class Function>
void table(html::Writer& out, const Table& shape, const Function& rows)
{
    begin_table(out, shape);
    auto writer = Rows(out, shape);
    rows(writer);
    end_table(out);
}

}  // namespace caicach::web
