#include "base/process.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <ctime>

using namespace caicach;

TEST_CASE("a child's output, errors and exit code come back")
{
    const auto result = run_child({.arguments = {"sh", "-c", "echo out; echo err >&2; exit 3"}});
    REQUIRE(result);
    CHECK(result->text == "out\n");
    CHECK(result->errors == "err\n");
    CHECK(result->exit_code == 3);
}

TEST_CASE("arguments are not read by a shell")
{
    const auto result = run_child({.arguments = {"printf", "%s", "$HOME; *"}});
    REQUIRE(result);
    CHECK(result->text == "$HOME; *");
}

TEST_CASE("a child has an empty input and a bare environment")
{
    const auto input = run_child({.arguments = {"cat"}});
    REQUIRE(input);
    CHECK(input->text.empty());
    const auto environment = run_child({.arguments = {"env"}, .environment = {"A=b"}});
    REQUIRE(environment);
    CHECK(environment->text == "A=b\nPATH=/usr/local/bin:/usr/bin:/bin\nLANG=C.UTF-8\nHOME=/\n");
}

TEST_CASE("a program that is not installed is told by its name")
{
    const auto result = run_child({.arguments = {"no-such-program"}});
    REQUIRE_FALSE(result);
    CHECK(result.error().key == "base.process.missing");
    CHECK(result.error().arguments.front() == "no-such-program");
}

TEST_CASE("a child that takes too long is ended, with its children")
{
    const auto before = std::time(nullptr);
    const auto result = run_child(
        {.arguments = {"sh", "-c", "sleep 30 & sleep 30"}, .limits = {.wall_seconds = 1}});
    REQUIRE_FALSE(result);
    CHECK(result.error().key == "base.process.too_slow");
    CHECK(std::time(nullptr) - before < 10);
}

TEST_CASE("a child that talks without end is ended in time too")
{
    const auto result = run_child({.arguments = {"sh", "-c", "while :; do echo; sleep 0.01; done"},
                                   .limits = {.wall_seconds = 1}});
    REQUIRE_FALSE(result);
    CHECK(result.error().key == "base.process.too_slow");
}

TEST_CASE("a child that leaves children behind is not waited for")
{
    const auto before = std::time(nullptr);
    const auto result = run_child({.arguments = {"sh", "-c", "sleep 30 & echo done"}});
    REQUIRE(result);
    CHECK(result->text == "done\n");
    CHECK(std::time(nullptr) - before < 10);
}

TEST_CASE("a child that burns the processor or floods us is ended")
{
    const auto busy =
        run_child({.arguments = {"sh", "-c", "while :; do :; done"}, .limits = {.cpu_seconds = 1}});
    REQUIRE_FALSE(busy);
    CHECK(busy.error().key == "base.process.too_slow");
    const auto flood = run_child({.arguments = {"yes"}, .limits = {.output_bytes = 100'000}});
    REQUIRE_FALSE(flood);
    CHECK(flood.error().key == "base.process.too_much_output");
}

TEST_CASE("large output arrives whole")
{
    const auto result = run_child({.arguments = {"seq", "200000"}});
    REQUIRE(result);
    CHECK(result->text.ends_with("199999\n200000\n"));
}

TEST_CASE("a temporary folder goes with its owner")
{
    std::string path;
    {
        auto made = TemporaryDirectory::create();
        REQUIRE(made);
        const auto folder = std::move(*made);
        path = folder.path();
        REQUIRE(run_child({.arguments = {"touch", folder.file("a b")}}));
        CHECK(::access(folder.file("a b").c_str(), F_OK) == 0);
    }
    CHECK(::access(path.c_str(), F_OK) != 0);
}
