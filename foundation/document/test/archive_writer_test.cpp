#include "document/archive_writer.hpp"

#include <doctest/doctest.h>

#include "document/archive.hpp"

namespace caicach::document
{

TEST_CASE("what is put into an archive comes out of it")
{
    ArchiveWriter writer;
    const std::string large(300'000, 'a');
    writer.add("đọc trước.txt", "Xin chào");
    writer.add("phiên/lớn.csv", large);
    writer.add("rỗng.txt", "");
    const auto bytes = MUST(writer.finish());
    CHECK(bytes.size() < large.size());
    const auto archive = MUST(Archive::open(bytes));
    CHECK(MUST(archive.part("đọc trước.txt")) == "Xin chào");
    CHECK(MUST(archive.part("phiên/lớn.csv")) == large);
    CHECK(MUST(archive.part("rỗng.txt")).empty());
    CHECK(bytes == MUST(writer.finish()));
}

TEST_CASE("a name that stands twice is refused")
{
    ArchiveWriter writer;
    writer.add("a.txt", "1");
    writer.add("a.txt", "2");
    CHECK(!writer.finish());
}

}  // namespace caicach::document
