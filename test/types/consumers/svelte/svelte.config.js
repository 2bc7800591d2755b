/** Without it, svelte-check would take the Vite configuration of this project. */
export default {};
