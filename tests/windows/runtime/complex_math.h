/* Functions of Windows' C runtime on complex numbers: Wine 8 has their names, and ends the program that calls one.
   numpy needs some of them as soon as it is imported. */
#include <complex.h>
#include <windows.h>

/* As Microsoft's compiler hands complex numbers over: a pair, the smaller one in a register. */
typedef struct { float re, im; } SmallPair;
typedef struct { double re, im; } Pair;

static float complex small_in(SmallPair z) { return z.re + z.im * I; }
static double complex in(Pair z) { return z.re + z.im * I; }
static SmallPair small_out(float complex z) { return (SmallPair){ __real__ z, __imag__ z }; }
static Pair out(double complex z) { return (Pair){ __real__ z, __imag__ z }; }

/* name of the function for double; for float it ends in f, and for long double, which is double there, in l */
#define TO_COMPLEX(EACH) EACH(cacos) EACH(cacosh) EACH(casin) EACH(casinh) EACH(catan) EACH(catanh) EACH(ccos) \
    EACH(ccosh) EACH(cexp) EACH(clog) EACH(csin) EACH(csinh) EACH(csqrt) EACH(ctan) EACH(ctanh)
#define TO_NUMBER(EACH) EACH(cabs) EACH(carg) EACH(cimag) EACH(creal)

#define DEFINE_COMPLEX(name) \
    static SmallPair small_##name(SmallPair z) { return small_out(name##f(small_in(z))); } \
    static Pair large_##name(Pair z) { return out(name(in(z))); }
#define DEFINE_NUMBER(name) \
    static float small_##name(SmallPair z) { return name##f(small_in(z)); } \
    static double large_##name(Pair z) { return name(in(z)); }
TO_COMPLEX(DEFINE_COMPLEX)
TO_NUMBER(DEFINE_NUMBER)
static SmallPair small_cpow(SmallPair a, SmallPair b) { return small_out(cpowf(small_in(a), small_in(b))); }
static Pair large_cpow(Pair a, Pair b) { return out(cpow(in(a), in(b))); }

#define ROW(name) { #name "f", small_##name }, { #name, large_##name }, { #name "l", large_##name },
static const struct { const char *name; void *function; } complex_functions[] = {
    TO_COMPLEX(ROW) TO_NUMBER(ROW) ROW(cpow)
};

/* Lead the callers of Wine's functions to ours: each of Wine's begins with a jump from now on. */
static void add_complex_functions(void)
{
    HMODULE runtime = LoadLibraryW(L"ucrtbase.dll");
    for (size_t at = 0; at < sizeof complex_functions / sizeof *complex_functions; at++) {
        BYTE *old = (BYTE *)(void *)GetProcAddress(runtime, complex_functions[at].name);
        DWORD before;
        if (!old || !VirtualProtect(old, 12, PAGE_EXECUTE_READWRITE, &before))
            continue;
        old[0] = 0x48, old[1] = 0xB8; /* mov rax, function */
        *(void **)(old + 2) = complex_functions[at].function;
        old[10] = 0xFF, old[11] = 0xE0; /* jmp rax */
        VirtualProtect(old, 12, before, &before);
    }
}
